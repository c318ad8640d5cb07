using Amazon.Lambda.Core;

namespace Locales;

public record GreetingRequest(string Name, string? Language);

public class LocaleFunction
{
    public string FunctionHandler(GreetingRequest request, ILambdaContext context)
    {
        if (request.Language != null)
        {
            Language.Of.Value = request.Language; // expect: stale-thread-local warning
        }
        return new Greeter().Greet(request.Name);
    }
}
