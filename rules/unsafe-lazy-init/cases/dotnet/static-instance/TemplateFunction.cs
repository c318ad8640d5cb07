using System;
using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Mail;

public class TemplateFunction
{
    public string FunctionHandler(string input, ILambdaContext context) => Templates.Get().Greeting + Templates.Shared.Greeting;
}

public class Templates
{
    private static Templates? _instance;
    private static readonly Lazy<Templates> LazyInstance = new(() => new Templates());

    public string Greeting { get; } = "Hello";

    public static Templates Shared => LazyInstance.Value; // fixed: `Lazy` lets one thread create it

    public static Templates Get()
    {
        if (_instance == null)
        {
            _instance = new Templates(); // expect: unsafe-lazy-init warning
        }
        return _instance;
    }
}
