using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public static class Registrations
{
    public static IServiceCollection AddShop(this IServiceCollection services)
    {
        services.AddDbContext<ShopContext>(options => options.UseNpgsql("Host=db"));
        services.AddTransient<Orders>();
        services.AddTransient<Reports>();
        return services;
    }
}
