using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using StackExchange.Redis;

namespace Shop;

public class Function
{
    // fixed: one for all invocations, which are multiplexed over it
    private static readonly Lazy<ConnectionMultiplexer> Visits = new(() => ConnectionMultiplexer.Connect("visits:6379"));

    public async Task<string> FunctionHandler(string session, ILambdaContext context)
    {
        using var sessions = await ConnectionMultiplexer.ConnectAsync("sessions:6379"); // expect: connection-per-invocation warning
        var count = await Visits.Value.GetDatabase().StringIncrementAsync(session);
        // safe: a view of the connection, which is not opened again
        var found = await sessions.GetDatabase().StringGetAsync(session);
        return $"{found} {count}";
    }
}
