using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Messages;

public class SendFunction
{
    private readonly Envelope _envelope = new();

    public Dictionary<string, string> FunctionHandler(string message, ILambdaContext context) => _envelope.Attributes();

    public Dictionary<string, string> Careful(string message, ILambdaContext context) => _envelope.AttributesOf(context.TraceId);
}
