using System.Collections.Generic;
using System.Threading;
using Amazon.Lambda.Core;

namespace Reports;

public class ReportFunction
{
    private static readonly List<string> Steps = new();
    private static readonly List<string> Marks = new();
    private static int claimed;
    private static int seen;

    public string FunctionHandler(string input, ILambdaContext context)
    {
        if (Interlocked.CompareExchange(ref claimed, 1, 0) == 0)
        {
            Steps.Add("tables"); // safe: the exchange succeeds for one invocation only
        }
        if (Interlocked.Increment(ref seen) > 0)
        {
            Marks.Add("seen"); // expect: unsynchronized-access error
        }
        return "ready";
    }
}
