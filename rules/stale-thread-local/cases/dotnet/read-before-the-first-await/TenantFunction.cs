using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Tenants;

public record TenantRequest(string Tenant);

public class TenantFunction
{
    private static readonly ThreadLocal<string?> Tenant = new();

    public async Task<string> FunctionHandler(TenantRequest request, ILambdaContext context)
    {
        Tenant.Value = request.Tenant; // safe: read before anything suspends, and always set anew
        var table = TableName();
        await Task.Delay(10);
        return table;
    }

    private static string TableName() => $"orders-{Tenant.Value}";
}
