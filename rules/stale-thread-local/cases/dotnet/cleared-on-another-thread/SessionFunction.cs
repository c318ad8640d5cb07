using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Sessions;

public record SessionRequest(string Session);

public class SessionFunction
{
    [ThreadStatic]
    private static string? _session;

    public async Task<string> FunctionHandler(SessionRequest request, ILambdaContext context)
    {
        var before = _session ?? "none";
        _session = request.Session; // expect: stale-thread-local warning
        try
        {
            var table = $"sessions-{_session}";
            await Task.Delay(10);
            return $"{table} after {before}";
        }
        finally
        {
            _session = null;
        }
    }
}
