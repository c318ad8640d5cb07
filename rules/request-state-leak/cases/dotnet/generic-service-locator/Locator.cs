using System;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public static class Locator
{
    private static readonly Lazy<IServiceProvider> Provider = new Lazy<IServiceProvider>(Configure);

    public static T Get<T>() => Provider.Value.GetRequiredService<T>();

    private static IServiceProvider Configure()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITracker, Tracker>();
        services.AddTransient<Note>();
        return services.BuildServiceProvider();
    }
}
