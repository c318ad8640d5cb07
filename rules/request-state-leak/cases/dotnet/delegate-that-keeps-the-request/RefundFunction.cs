using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Refunds;

public class RefundFunction
{
    public async Task<string> FunctionHandler(string order, ILambdaContext context)
    {
        Trace.Sink = text => Console.WriteLine(order + ": " + text); // expect: request-state-leak error
        Action<string> own = text => Console.WriteLine(order + ": " + text); // fixed: a delegate of the invocation
        await Task.Delay(5);
        Trace.Line("refunded");
        own("refunded"); // safe: nobody else can reach it
        return order;
    }
}

public static class Trace
{
    public static Action<string> Sink { get; set; } = Console.WriteLine;

    public static void Line(string text) => Sink(text);
}
