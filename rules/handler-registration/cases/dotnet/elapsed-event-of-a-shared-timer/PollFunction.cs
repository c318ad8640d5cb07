using System;
using System.Threading.Tasks;
using System.Timers;
using Amazon.Lambda.Core;

namespace Polling;

public abstract class PollBase
{
    protected readonly Timer Pulse = new(1000);
    private Action _afterwards;

    // Accessors of its own: what `+=` calls.
    public event Action Finished
    {
        add { _afterwards += value; } // expect: handler-registration warning
        remove { _afterwards -= value; }
    }

    protected void Done() => _afterwards?.Invoke();
}

public class PollFunction : PollBase
{
    public async Task<string> FunctionHandler(string queue, ILambdaContext context)
    {
        Pulse.Elapsed += OnPulse; // expect: handler-registration warning
        Finished += OnFinished;
        await Task.Delay(100);
        Done();
        return queue;
    }

    // fixed: a timer of its own, which goes with the invocation
    public async Task<string> WithOwnTimer(string queue, ILambdaContext context)
    {
        using var timer = new Timer(1000);
        timer.Elapsed += OnPulse; // safe: nobody else has this timer
        timer.Start();
        await Task.Delay(100);
        return queue;
    }

    private static void OnPulse(object sender, ElapsedEventArgs e) => Console.WriteLine("waiting");

    private static void OnFinished() => Console.WriteLine("finished");
}
