using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Greetings;

public record GreetingRequest(string Name);

public class GreetingFunction
{
    private Greeting _greeting = new();

    public Greeting FunctionHandler(GreetingRequest request, ILambdaContext context)
    {
        _greeting = new Greeting(); // expect: request-state-leak error
        _greeting.Body = new GreetingBody(); // safe: said of the greeting that it belongs to
        AddText(request);
        return _greeting;
    }

    private void AddText(GreetingRequest request)
    {
        _greeting.Body.Text = $"Hello {request.Name}"; // safe: said of the greeting that it belongs to
        _greeting.Body.Hints.Add(request.Name); // safe: said of the greeting that it belongs to
    }
}

public class Greeting
{
    public GreetingBody Body { get; set; } = new();
}

public class GreetingBody
{
    public string Text { get; set; } = "";

    public List<string> Hints { get; } = new();
}
