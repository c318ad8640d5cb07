using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly HttpClient _prices = new() { BaseAddress = new Uri("https://prices.example.com") };
    private readonly Tokens _tokens = new();

    public Function()
    {
        _prices.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.FetchAsync().GetAwaiter().GetResult()); // expect: stale-credential warning
    }

    public Task<string> FunctionHandler(string sku, ILambdaContext context) => _prices.GetStringAsync("/prices/" + sku);

    public async Task<string> Timed(string sku, ILambdaContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://stock.example.com/stock/" + sku);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _tokens.FetchAsync()); // fixed: a token for each request
        using var response = await Tokens.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}

public class Tokens
{
    public static readonly HttpClient Client = new();

    public async Task<string> FetchAsync()
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "shop" });
        using var response = await Client.PostAsync("https://login.example.com/oauth2/token", form);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }
}
