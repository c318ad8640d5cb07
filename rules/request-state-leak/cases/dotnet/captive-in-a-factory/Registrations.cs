using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public static class Registrations
{
    public static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddScoped<Session>();
        services.AddBilling();
        return services.BuildServiceProvider();
    }

    private static void AddBilling(this IServiceCollection services)
    {
        services.AddSingleton(sp =>
        {
            var session = sp.GetRequiredService<Session>();
            return new Billing(session);
        });
    }
}
