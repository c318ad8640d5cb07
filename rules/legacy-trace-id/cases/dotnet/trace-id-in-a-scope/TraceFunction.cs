using System;
using Amazon.Lambda.Core;

namespace Tracing;

public static class Trace
{
    private const string Name = "_X_AMZN_TRACE_ID";

    public static string Current() => Environment.GetEnvironmentVariable(Name) ?? ""; // expect: legacy-trace-id warning

    public static string Stage() => Environment.GetEnvironmentVariable("STAGE") ?? ""; // safe: another variable
}

public class TraceFunction
{
    // entry: TraceFunction::Handle
    public string Handle(string order, ILambdaContext context) => $"{Trace.Stage()} {Trace.Current()} {order}";

    // entry: TraceFunction::HandleFixed
    public string HandleFixed(string order, ILambdaContext context) => $"{Trace.Stage()} {context.TraceId} {order}"; // fixed: the context of the invocation has it
}
