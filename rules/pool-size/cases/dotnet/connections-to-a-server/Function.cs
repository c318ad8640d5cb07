using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private static readonly HttpClient Orders = new(new SocketsHttpHandler { MaxConnectionsPerServer = 2 }); // expect: pool-size warning
    // fixed: one for each invocation of a vCPU
    private static readonly HttpClient Prices = new(new SocketsHttpHandler { MaxConnectionsPerServer = 32 });

    public async Task<string> FunctionHandler(string order, ILambdaContext context)
    {
        // safe: this client serves one invocation
        using var own = new HttpClient(new HttpClientHandler { MaxConnectionsPerServer = 2 });
        var label = await own.GetStringAsync($"https://labels.example.com/{order}");
        var found = await Orders.GetStringAsync($"https://orders.example.com/{order}");
        return label + found + await Prices.GetStringAsync($"https://prices.example.com/{found}");
    }
}
