using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Tokens;

public class TokenFunction
{
    private static readonly HttpClient Http = new();
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Dictionary<string, string> Tokens = new();

    public async Task<string> FunctionHandler(string role, ILambdaContext context)
    {
        var scope = role == "admin" ? "write" : "read";
        await Turn.WaitAsync();
        try
        {
            if (!Tokens.TryGetValue(scope, out var token))
            {
                token = await Http.GetStringAsync("https://auth.example.com/token");
                Tokens[scope] = token; // safe: look-up and store happen while the semaphore is held
            }
            return token;
        }
        finally
        {
            Turn.Release();
        }
    }
}
