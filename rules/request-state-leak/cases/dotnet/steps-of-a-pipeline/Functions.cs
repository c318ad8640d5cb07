using System.Collections.Generic;
using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public class Functions
{
    [LambdaFunction]
    public string Process(string order, [FromServices] Pipeline pipeline) => pipeline.Run(order);
}

[LambdaStartup]
public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<IStep, Validate>();
        services.AddTransient<IStep, Enrich>();
        services.AddScoped<Pipeline>();
    }
}
