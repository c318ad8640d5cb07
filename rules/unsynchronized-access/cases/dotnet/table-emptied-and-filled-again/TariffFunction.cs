using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Tariffs;

public class TariffFunction
{
    private readonly Tariffs _tariffs = new();

    public async Task<decimal> FunctionHandler(string zone, ILambdaContext context)
    {
        if (zone == "refresh") await _tariffs.RefreshAsync();
        return _tariffs.Of(zone) + _tariffs.CurrentOf(zone);
    }
}

public class Tariffs
{
    private static readonly HttpClient Http = new();
    private readonly ConcurrentDictionary<string, decimal> _byZone = new();
    private volatile Dictionary<string, decimal> _current = new();

    public decimal Of(string zone) => _byZone.TryGetValue(zone, out var price) ? price : 0;

    public decimal CurrentOf(string zone) => _current.TryGetValue(zone, out var price) ? price : 0; // safe: a dictionary that is no longer changed

    public async Task RefreshAsync()
    {
        var fresh = await Http.GetFromJsonAsync<Dictionary<string, decimal>>("https://tariffs.example.com/today");
        _byZone.Clear(); // expect: unsynchronized-access error
        foreach (var (zone, price) in fresh!) _byZone[zone] = price;
        _current = fresh!; // fixed: all of it is replaced in one step
    }
}
