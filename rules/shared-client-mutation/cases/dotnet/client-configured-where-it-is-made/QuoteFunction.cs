using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Quotes;

public class QuoteFunction
{
    private readonly HttpClient _http;

    public QuoteFunction()
    {
        _http = new HttpClient();
        _http.DefaultRequestHeaders.Add("x-caller", "quotes"); // safe: before the first invocation
    }

    public async Task<string> FunctionHandler(APIGatewayProxyRequest request, ILambdaContext context)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "https://quotes.example.com/today");
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", request.Headers["Authorization"]); // fixed: headers of this one request
        using var response = await _http.SendAsync(message);
        return await response.Content.ReadAsStringAsync() + await Legacy(request.Headers["x-tenant"]);
    }

    private static async Task<string> Legacy(string tenant)
    {
        using var own = new HttpClient();
        own.DefaultRequestHeaders.Add("x-tenant", tenant); // safe: nobody else has this client
        return await own.GetStringAsync("https://legacy.example.com/quotes");
    }
}
