using System.Diagnostics;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Tagging;

public class TaggingFunction
{
    // Each asynchronous flow has its own current activity.
    public async Task<string> FunctionHandler(string order, ILambdaContext context)
    {
        Activity.Current?.AddTag("order", order);
        await Task.Delay(10);
        Activity.Current?.SetTag("done", true);
        return order;
    }
}
