using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Throttle;

public class ThrottleFunction
{
    private static readonly object Gate = new();
    private static readonly HttpClient Client = new();
    private static Task<string> _table;
    private static int _calls;

    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        Slow();
        Brief();
        return await Table();
    }

    private static void Slow()
    {
        lock (Gate)
        {
            _calls++;
            // expect: sync-over-async warning
            Thread.Sleep(50); // expect: lock-across-io warning
        }
    }

    private static void Brief()
    {
        // expect: sync-over-async warning
        Thread.Sleep(50); // fixed: nobody waits for a lock meanwhile
        lock (Gate) _calls++;
    }

    private static Task<string> Table()
    {
        lock (Gate)
        {
            return _table ??= Client.GetStringAsync("https://tables.example.com"); // safe: only started under the lock
        }
    }
}
