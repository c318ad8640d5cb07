using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[LambdaStartup]
public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IBasket, Basket>();
        services.AddScoped<Draft>();
        services.AddScoped<ScopedFunctions>();
    }
}
