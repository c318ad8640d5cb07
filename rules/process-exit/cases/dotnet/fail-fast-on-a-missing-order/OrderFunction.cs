using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

public class OrderFunction
{
    private readonly string _table;

    public OrderFunction()
    {
        _table = Environment.GetEnvironmentVariable("TABLE");
        if (_table == null) Environment.Exit(2); // safe: made before the first invocation
    }

    public async Task<string> FunctionHandler(Order order, ILambdaContext context)
    {
        await Task.Yield();
        if (order.Id == null) Guard.GiveUp("no order");
        return _table + order.Id;
    }

    // fixed: the runtime answers the caller with the error
    public Task<string> Careful(Order order, ILambdaContext context)
    {
        if (order.Id == null) throw new ArgumentException("no order");
        return Task.FromResult(_table + order.Id);
    }
}

public record Order(string Id);

internal static class Guard
{
    public static void GiveUp(string reason) => Environment.FailFast(reason); // expect: process-exit error
}
