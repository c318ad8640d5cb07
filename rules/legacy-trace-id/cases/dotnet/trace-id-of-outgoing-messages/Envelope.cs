using System;
using System.Collections.Generic;

namespace Messages;

public static class Names
{
    public const string Trace = "_X_AMZN_TRACE_ID";
    public const string Stage = "STAGE";
}

public class Envelope
{
    public Dictionary<string, string> Attributes() => new()
    {
        ["trace"] = Environment.GetEnvironmentVariable(Names.Trace) ?? "", // expect: legacy-trace-id warning
        ["stage"] = Environment.GetEnvironmentVariable(Names.Stage) ?? "", // safe: the same for all requests
    };

    // fixed: the context of the invocation knows its trace
    public Dictionary<string, string> AttributesOf(string trace) => new() { ["trace"] = trace };
}
