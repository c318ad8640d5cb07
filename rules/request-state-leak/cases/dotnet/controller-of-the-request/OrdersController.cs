using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public interface ITenants
{
    string Current { get; set; }
}

public class Tenants : ITenants
{
    public string Current { get; set; }
}

public class Basket
{
    public string Owner { get; set; } // safe: scoped, so each request has its own
    public List<string> Articles { get; } = new List<string>();
}

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<ITenants, Tenants>();
        services.AddScoped<Basket>();
    }
}

[Route("orders")]
public class OrdersController : Controller
{
    private readonly ITenants _tenants;
    private readonly Basket _basket;
    private string _id; // safe: a controller is made for each request

    public OrdersController(ITenants tenants, Basket basket)
    {
        _tenants = tenants;
        _basket = basket;
    }

    // entry: OrdersController::Put
    [HttpPut("{id}")]
    public async Task<string> Put(string id)
    {
        _id = id;
        _basket.Owner = id;
        _basket.Articles.Add(id);
        _tenants.Current = id; // expect: request-state-leak error
        await Task.Delay(1);
        return _id + _basket.Owner + _tenants.Current;
    }

    // entry: OrdersController::PutFixed
    [HttpPut("fixed/{id}")]
    public async Task<string> PutFixed(string id)
    {
        var tenant = id; // fixed: a local of the request
        await Task.Delay(1);
        return tenant;
    }
}
