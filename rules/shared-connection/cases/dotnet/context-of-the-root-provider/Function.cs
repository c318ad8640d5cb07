using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public class Function
{
    private readonly ServiceProvider _provider;

    public Function()
    {
        var services = new ServiceCollection();
        services.AddShop();
        _provider = services.BuildServiceProvider();
    }

    // Each invocation gets a repository of its own from the root, and all of these the one context of the root's scope.
    public async Task FunctionHandler(string order, ILambdaContext context)
    {
        await _provider.GetRequiredService<Orders>().Add(order);
    }

    public async Task<string> ScopedHandler(string order, ILambdaContext context)
    {
        using var scope = _provider.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Reports>().Describe(order); // fixed: the context of the scope
    }
}
