using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Orders;

public class OrderFunction
{
    private static readonly TokenSource Tokens = new();
    private static long lastReport;

    public async Task<int> FunctionHandler(string input, ILambdaContext context)
    {
        if (Environment.TickCount64 - lastReport > 60_000)
        {
            lastReport = Environment.TickCount64; // safe: a time stamp is nothing that was fetched
            context.Logger.LogInformation("alive");
        }
        return (await Tokens.Get()).Length + (await Tokens.GetGuarded()).Length;
    }
}
