using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Shop;

public class Stock
{
    private readonly ConcurrentDictionary<string, int> _left = new();

    public int Of(string sku) => _left.GetValueOrDefault(sku);

    public void Set(string sku, int left) => _left[sku] = left;
}

public class StockRefresher : BackgroundService
{
    private readonly Stock _stock;

    public StockRefresher(Stock stock) => _stock = stock;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            _stock.Set("chair", Random.Shared.Next());
            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        }
    }
}

public class Migrations : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
