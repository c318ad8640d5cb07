using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Caching.Memory;

namespace Keys;

public class KeysFunction
{
    private static readonly HttpClient Http = new();
    private static readonly MemoryCache Cache = new(new MemoryCacheOptions());
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public async Task<string> FunctionHandler(string input, ILambdaContext context) => await KeyAsync() + await SigningKeyAsync();

    private static async Task<string> KeyAsync()
    {
        if (!Cache.TryGetValue("current", out string? key))
        {
            key = await Http.GetStringAsync("https://keys.example.com/current");
            Cache.Set("current", key, TimeSpan.FromMinutes(5)); // expect: cache-stampede note
        }
        return key!;
    }

    private static async Task<string> SigningKeyAsync()
    {
        if (Cache.TryGetValue("signing", out string? key)) return key!;
        await Turn.WaitAsync();
        try
        {
            if (!Cache.TryGetValue("signing", out key))
            {
                key = await Http.GetStringAsync("https://keys.example.com/signing");
                Cache.Set("signing", key, TimeSpan.FromMinutes(5)); // safe: looked up again while the semaphore is held
            }
            return key!;
        }
        finally
        {
            Turn.Release();
        }
    }
}
