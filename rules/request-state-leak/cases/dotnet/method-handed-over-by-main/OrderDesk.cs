using Amazon.Lambda.Core;

namespace Orders;

/** One object, whose method the program hands to the runtime. */
public sealed class OrderDesk
{
    private readonly string region;
    private string customer = "";

    public OrderDesk(string region)
    {
        this.region = region; // safe: only the constructor sets it
    }

    public string Handle(string order, ILambdaContext context)
    {
        customer = order.Split(':')[0]; // expect: request-state-leak error
        var priority = order.Length > 10; // fixed: a local variable
        return Greeting() + priority;
    }

    private string Greeting() => $"{region} {customer}";
}
