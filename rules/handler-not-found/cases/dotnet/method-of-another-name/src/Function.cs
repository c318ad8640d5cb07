using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;

namespace Shop;

public class Function
{
    public Task PlaceOrder(SQSEvent orders, ILambdaContext context)
    {
        context.Logger.LogLine(orders.Records.Count.ToString());
        return Task.CompletedTask;
    }
}
