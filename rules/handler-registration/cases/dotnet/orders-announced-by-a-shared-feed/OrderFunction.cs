using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Orders;

public record Order(string Customer, string Text);

public class OrderFunction
{
    private readonly Feed _feed = new();
    private readonly Feed _answers = new();

    public async Task<string> FunctionHandler(Order order, ILambdaContext context)
    {
        _feed.Stored += (_, text) => context.Logger.LogInformation($"{order.Customer}: {text}"); // expect: handler-registration error
        Feed.Rejected += Warn; // expect: handler-registration warning
        await Task.Yield();
        _feed.Store(order.Text);
        return order.Customer;
    }

    public async Task<string> Own(Order order, ILambdaContext context)
    {
        var feed = new Feed();
        feed.Stored += (_, text) => context.Logger.LogInformation($"{order.Customer}: {text}"); // safe: the feed goes with the invocation
        await Task.Yield();
        feed.Store(order.Text);
        return order.Customer;
    }

    // fixed: each invocation takes away what it has added
    public async Task<string> Careful(Order order, ILambdaContext context)
    {
        EventHandler<string> log = (_, text) => context.Logger.LogInformation(text);
        _answers.Stored += log;
        try
        {
            await Task.Yield();
            _answers.Store(order.Text);
        }
        finally
        {
            _answers.Stored -= log;
        }
        return order.Customer;
    }

    private static void Warn(string order) => Console.Error.WriteLine("rejected");
}
