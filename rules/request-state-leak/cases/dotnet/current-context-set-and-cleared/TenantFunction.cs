using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Tenants;

public class TenantFunction
{
    private static readonly AsyncLocal<string?> Own = new();

    public async Task<string> FunctionHandler(string tenant, ILambdaContext context)
    {
        Current.Begin(tenant);
        Own.Value = tenant; // fixed: each asynchronous flow has a value of its own
        try
        {
            await Task.Delay(5);
            return Current.Tenant + Own.Value; // safe: the value of this flow
        }
        finally
        {
            Current.End();
        }
    }
}
