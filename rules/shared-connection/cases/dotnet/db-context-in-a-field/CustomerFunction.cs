using System.Linq;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.EntityFrameworkCore;

namespace Customers;

public class Customer
{
    public int Id { get; set; }
}

public class ShopContext : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();
}

public class CustomerFunction
{
    private readonly ShopContext _shop = new(); // expect: shared-connection error

    public async Task<int> FunctionHandler(string input, ILambdaContext context)
    {
        _shop.Add(new Customer());
        await _shop.SaveChangesAsync();
        await using var own = new ShopContext();
        return await own.SaveChangesAsync(); // safe: a context of the invocation
    }
}
