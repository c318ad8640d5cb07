using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;

namespace New;

public class NewFunction
{
    public async Task FunctionHandler(SQSEvent batch, ILambdaContext context)
    {
        foreach (var message in batch.Records)
        {
            Logger.AppendKey("message", message.MessageId); // safe: this version keeps its keys with the flow of control
            await Task.Delay(5);
            Logger.LogInformation("stored");
        }
    }
}
