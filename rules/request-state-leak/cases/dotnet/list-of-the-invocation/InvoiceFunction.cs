using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Billing;

public record InvoiceRequest(string Customer);

public class InvoiceFunction
{
    private static readonly AsyncLocal<string?> Customer = new();

    public async Task<string> FunctionHandler(InvoiceRequest request, ILambdaContext context)
    {
        Customer.Value = request.Customer; // safe: the value follows the flow of one invocation
        var lines = new List<string>(); // fixed: a local, handed on as an argument
        await CollectAsync(lines);
        return $"{Customer.Value}: {lines.Count}";
    }

    private static async Task CollectAsync(List<string> lines)
    {
        await Task.Delay(1);
        lines.Add("tea");
    }
}
