using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Caching.Distributed;

namespace Points;

public record PointsUpdate(string Customer, int Points);

public class PointsFunction(IDistributedCache cache)
{
    // The entries lie outside of the environment, or below the size limit that the in-memory stand-in has from the start.
    public async Task<string> FunctionHandler(PointsUpdate update, ILambdaContext context)
    {
        await cache.SetStringAsync(update.Customer.ToUpperInvariant(), update.Points.ToString());
        return "ok";
    }
}
