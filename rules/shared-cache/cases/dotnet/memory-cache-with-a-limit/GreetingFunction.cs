using System;
using System.Collections.Concurrent;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Caching.Memory;

namespace Greetings;

public class GreetingFunction
{
    private readonly Greeter _greeter = new();

    public string FunctionHandler(string user, ILambdaContext context) => _greeter.Greet(user) + _greeter.GreetAgain(user);
}

public class Greeter
{
    private readonly ConcurrentDictionary<string, string> _known = new();
    private readonly MemoryCache _recent = new(new MemoryCacheOptions { SizeLimit = 1000 });

    public string Greet(string user) => _known.GetOrAdd(user, name => "Hello " + name); // expect: shared-cache warning

    public string GreetAgain(string user) => _recent.GetOrCreate(user, entry =>
    {
        entry.Size = 1;
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5); // safe: the entry is not in the cache yet
        return "Hello " + user;
    }) ?? ""; // fixed: the cache has a size limit, and its entries expire
}
