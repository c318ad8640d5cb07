using Amazon.Lambda.Core;

namespace Imports;

public static class Journal
{
    private static ILambdaContext? _forLog;
    private static ILambdaContext? _forId;

    public static void Start(ILambdaContext context)
    {
        _forLog = context; // expect: unsynchronized-access note
        _forId = context; // expect: request-state-leak error
    }

    public static void Write(string line) => _forLog?.Logger.LogLine(line); // safe: the loggers of all invocations share one writer, which knows whose line it is

    public static string Invocation() => _forId!.AwsRequestId;
}
