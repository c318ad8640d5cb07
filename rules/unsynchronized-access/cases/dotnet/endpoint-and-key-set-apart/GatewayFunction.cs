using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Gateway;

public class GatewayFunction
{
    private static readonly Endpoint Endpoint = new();
    private readonly object gate = new();
    private int low;
    private int high;

    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        if (input.Length > 10)
        {
            Endpoint.Use(await Load());
            Endpoint.UseWhole(await Load());
        }
        var range = Range();
        lock (gate)
        {
            low = range.Low; // safe: read under the lock that is held across both writes
            high = range.High;
        }
        return Endpoint.Address() + Endpoint.WholeAddress() + Width();
    }

    private int Width()
    {
        lock (gate)
        {
            return high - low;
        }
    }

    private static (int Low, int High) Range() => (System.Environment.ProcessorCount, 64);

    private static Task<Settings> Load() => Task.FromResult(new Settings("https://example.com", System.Guid.NewGuid().ToString()));
}
