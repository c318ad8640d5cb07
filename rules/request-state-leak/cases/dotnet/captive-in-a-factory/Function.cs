using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public class Function
{
    private readonly ServiceProvider _provider = Registrations.Build();

    public async Task<string> FunctionHandler(string customer, ILambdaContext context)
    {
        using var scope = _provider.CreateScope();
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        session.Customer = customer; // safe: the session of this scope
        scope.ServiceProvider.GetRequiredService<Billing>().Charge(customer);
        await Task.Delay(1);
        return session.Customer;
    }
}
