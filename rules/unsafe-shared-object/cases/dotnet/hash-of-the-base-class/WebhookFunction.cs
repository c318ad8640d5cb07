using System.Text;
using Amazon.Lambda.Core;

namespace Webhooks;

public class WebhookFunction : SigningFunction
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("secret");

    public string FunctionHandler(string body, ILambdaContext context) => Sign(body) + SignAlone(body, Secret);
}
