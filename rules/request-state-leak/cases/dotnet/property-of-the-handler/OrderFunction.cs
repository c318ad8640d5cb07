using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public record OrderRequest(string Tenant, string Id);

public class OrderFunction
{
    private readonly OrderStore _store = new();

    private string? Tenant { get; set; }

    public async Task<string> FunctionHandler(OrderRequest request, ILambdaContext context)
    {
        Tenant = request.Tenant; // expect: request-state-leak error
        await _store.TouchAsync();
        return _store.KeyOf(Tenant);
    }
}
