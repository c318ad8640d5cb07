using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Reports;

public record ReportRequest(string Region, string Currency);

public class ReportFunction
{
    public string FunctionHandler(ReportRequest request, ILambdaContext context)
    {
        ReportScope.Region.Value = request.Region; // expect: stale-thread-local warning
        ReportScope.Currency.Value = request.Currency; // safe: handed to the task as a variable
        var currency = ReportScope.Currency.Value;
        var rows = Task.Run(() => $"{ReportScope.Region.Value} in {currency}");
        // expect: sync-over-async warning
        return rows.Result;
    }
}

public static class ReportScope
{
    public static readonly ThreadLocal<string> Region = new();
    public static readonly ThreadLocal<string> Currency = new();
}
