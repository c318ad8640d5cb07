using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly Prices _prices = new();

    public async Task<string> FunctionHandler(string sku, ILambdaContext context) => await _prices.OfAsync(sku);
}

public class Prices
{
    private static readonly SemaphoreSlim Gate = new(2); // expect: pool-size warning
    private static readonly HttpClient Client = new();

    public async Task<string> OfAsync(string sku)
    {
        await Gate.WaitAsync();
        try
        {
            return await Client.GetStringAsync($"https://prices.example.com/{sku}");
        }
        finally
        {
            Gate.Release();
        }
    }
}
