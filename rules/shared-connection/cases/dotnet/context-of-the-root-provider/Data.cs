using System.Linq;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Shop;

public class Order
{
    public string Id { get; set; }
}

public class ShopContext : DbContext
{
    public DbSet<Order> Orders { get; set; }
}

public class Orders
{
    private readonly ShopContext _db;

    public Orders(ShopContext db) => _db = db;

    public async Task Add(string id)
    {
        _db.Add(new Order { Id = id });
        await _db.SaveChangesAsync(); // expect: shared-connection error
    }
}

public class Reports
{
    private readonly ShopContext _db;

    public Reports(ShopContext db) => _db = db;

    public async Task<string> Describe(string id)
    {
        var order = await _db.Orders.Where(o => o.Id == id).SingleAsync(); // safe: a scoped context in a scope of the invocation
        return order.Id;
    }
}
