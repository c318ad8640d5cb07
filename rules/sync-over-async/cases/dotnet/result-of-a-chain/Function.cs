using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly Prices _prices = new();

    public decimal FunctionHandler(string item, ILambdaContext context)
    {
        var price = _prices.FindAsync(item).Result; // expect: sync-over-async warning
        return price.Result; // safe: a property of a plain object
    }

    // fixed: the handler awaits
    public async Task<decimal> Awaiting(string item, ILambdaContext context)
    {
        var price = await _prices.FindAsync(item);
        return price.Result;
    }

    public async Task<decimal> Both(string item, ILambdaContext context)
    {
        var normal = _prices.FindAsync(item);
        var reduced = _prices.FindAsync(item + "-sale");
        await Task.WhenAll(normal, reduced);
        return normal.Result.Result - reduced.Result.Result; // safe: both are done
    }
}
