using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Quotes;

public class QuoteFunction
{
    private readonly Quotes _quotes = new();

    public async Task<string> FunctionHandler(string symbol, ILambdaContext context) => await _quotes.OfAsync(symbol);
}

public class Quotes
{
    private static readonly HttpClient Http = new();
    private readonly ConcurrentDictionary<string, Task<string>> _loading = new();

    public Task<string> OfAsync(string symbol)
    {
        if (_loading.Count > 500) _loading.Clear();
        return _loading.GetOrAdd(symbol, LoadAsync); // fixed: whoever comes later waits for the same task
    }

    private static Task<string> LoadAsync(string symbol) => Http.GetStringAsync("https://quotes.example.com/" + symbol); // safe: keeps nothing
}
