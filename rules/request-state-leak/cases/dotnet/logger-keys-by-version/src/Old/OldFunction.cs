using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;

namespace Old;

public class OldFunction
{
    public async Task FunctionHandler(SQSEvent batch, ILambdaContext context)
    {
        foreach (var message in batch.Records)
        {
            Logger.AppendKey("message", message.MessageId); // expect: request-state-leak error
            await Task.Delay(5);
            Logger.LogInformation("stored");
        }
    }
}
