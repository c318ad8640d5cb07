using Amazon.Lambda.Core;

namespace Shop;

public class SessionFunction
{
    private readonly Sessions _sessions = new();

    public string FunctionHandler(string input, ILambdaContext context)
    {
        if (input == "reset") _sessions.Reset();
        else _sessions.Open("session");
        return "ok";
    }
}
