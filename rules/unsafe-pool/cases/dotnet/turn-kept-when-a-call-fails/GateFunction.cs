using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Gates;

public class GateFunction
{
    private static readonly HttpClient Http = new();
    private static readonly SemaphoreSlim Gate = new(16);
    private static readonly SemaphoreSlim Other = new(16);

    public async Task<string> FunctionHandler(string id, ILambdaContext context)
    {
        await Gate.WaitAsync(); // expect: unsafe-pool error
        var rating = await Http.GetStringAsync($"https://ratings.example.com/{id}");
        Gate.Release();
        return rating + await FixedAsync(id);
    }

    private static async Task<string> FixedAsync(string id)
    {
        await Other.WaitAsync(); // fixed: released on every way out
        try
        {
            return await Http.GetStringAsync($"https://prices.example.com/{id}");
        }
        finally
        {
            Other.Release();
        }
    }
}
