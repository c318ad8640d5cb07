using System;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;

namespace Exports;

public static class Hooks
{
    private static int _installed;

    public static void Install(string export)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine($"unfinished: {export}"); // expect: handler-registration error
        TaskScheduler.UnobservedTaskException += OnFailure; // expect: handler-registration warning
        Console.CancelKeyPress += new ConsoleCancelEventHandler(OnCancel); // expect: handler-registration warning
    }

    // fixed: the first invocation adds it, the others find the flag set
    public static void InstallOnce()
    {
        if (Interlocked.Exchange(ref _installed, 1) == 1) return;
        AssemblyLoadContext.Default.Unloading += _ => Console.WriteLine("done");
    }

    private static void OnFailure(object sender, UnobservedTaskExceptionEventArgs e) => e.SetObserved();

    private static void OnCancel(object sender, ConsoleCancelEventArgs e) => e.Cancel = true;
}
