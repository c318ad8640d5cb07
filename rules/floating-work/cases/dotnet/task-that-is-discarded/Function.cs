using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly Notices _notices = new();

    public async Task<int> FunctionHandler(List<string> orders, ILambdaContext context)
    {
        await _notices.SendAsync("summary");
        _ = _notices.SendAsync("details"); // expect: floating-work warning
        orders.ForEach(async order => await _notices.SendAsync(order)); // expect: floating-work error
        _notices.Announce(orders[0]); // expect: floating-work error
        return orders.Count;
    }

    // fixed: all of them are waited for
    public async Task<int> Careful(List<string> orders, ILambdaContext context)
    {
        await Task.WhenAll(orders.Select(order => _notices.SendAsync(order)));
        return orders.Count;
    }

    public async Task<int> Early(List<string> orders, ILambdaContext context)
    {
        var summary = _notices.SendAsync("summary"); // safe: started early, awaited below
        var count = orders.Count(order => order.Length > 0);
        await summary;
        return count;
    }
}
