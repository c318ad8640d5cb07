using System.Collections.Concurrent;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Caching.Memory;

namespace Greetings;

public class GreetingFunction
{
    private static readonly ConcurrentDictionary<string, string> Greetings = new();
    private static readonly MemoryCache Bounded = new(new MemoryCacheOptions { SizeLimit = 1000 });

    public string FunctionHandler(string user, ILambdaContext context)
    {
        Bounded.Set(user, $"Hello {user}", new MemoryCacheEntryOptions { Size = 1 }); // fixed: the cache has a size limit
        return Greetings.GetOrAdd(user, name => $"Hello {name}"); // expect: shared-cache warning
    }
}
