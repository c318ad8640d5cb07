using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.EntityFrameworkCore;

namespace Orders;

public class Order
{
    public int Id { get; set; }
}

public class Shop : DbContext
{
    public DbSet<Order> Orders => Set<Order>();
}

public class OrdersFunction
{
    public async Task<int> FunctionHandler(List<int> ids, ILambdaContext context)
    {
        await using var shop = new Shop();
        var first = await Task.WhenAll(ids.Select(async id => await shop.Orders.FindAsync(id))); // expect: shared-connection error
        var found = 0;
        foreach (var id in ids)
        {
            if (await shop.Orders.FindAsync(id) != null) found++; // safe: one operation after the other
        }
        var second = await Task.WhenAll(ids.Select(async id =>
        {
            await using var own = new Shop();
            return await own.Orders.FindAsync(id); // fixed: a context for each task
        }));
        return first.Length + found + second.Length;
    }
}
