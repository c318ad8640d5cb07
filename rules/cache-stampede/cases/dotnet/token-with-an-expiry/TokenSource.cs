using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Orders;

public sealed record Token(string Value, DateTimeOffset Expires)
{
    public bool IsExpired => Expires <= DateTimeOffset.UtcNow;
}

public class TokenSource
{
    private static readonly HttpClient Http = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile Token? token;
    private volatile Token? guarded;

    public async Task<string> Get()
    {
        if (token == null || token.IsExpired)
        {
            token = await Fetch("orders"); // expect: cache-stampede warning
        }
        return token.Value;
    }

    public async Task<string> GetGuarded()
    {
        var known = guarded;
        if (known != null && !known.IsExpired) return known.Value;
        await gate.WaitAsync();
        try
        {
            if (guarded == null || guarded.IsExpired)
            {
                guarded = await Fetch("stock"); // fixed: looked at again by the one who holds the semaphore
            }
            return guarded.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<Token> Fetch(string scope) =>
        new(await Http.GetStringAsync("https://auth.example.com/" + scope), DateTimeOffset.UtcNow.AddMinutes(5));
}
