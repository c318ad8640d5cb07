using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading.Tasks;

namespace Exchange;

public class RateCache
{
    private static readonly HttpClient Http = new();
    private readonly ConcurrentDictionary<string, string> _rates = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _pending = new();

    public async Task<string> RateAsync(string currency)
    {
        if (_rates.Count > 500) _rates.Clear();
        if (_rates.TryGetValue(currency, out var known)) return known;
        var fresh = await Http.GetStringAsync($"https://rates.example.com/{currency}");
        _rates[currency] = fresh; // expect: cache-stampede warning
        return fresh;
    }

    public Task<string> RateOnceAsync(string currency)
    {
        if (_pending.Count > 500) _pending.Clear();
        var loading = new Lazy<Task<string>>(() => Http.GetStringAsync($"https://rates.example.com/{currency}"));
        return _pending.GetOrAdd(currency, loading).Value; // fixed: all get the one lazy task that was stored
    }
}
