using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Shop;

public class PriceTable
{
    private readonly ConcurrentDictionary<string, decimal> _prices = new();
    private readonly Timer _refresh;
    private readonly Timer _once;

    public PriceTable()
    {
        _refresh = new Timer(_ => Refresh(), null, TimeSpan.Zero, TimeSpan.FromMinutes(5)); // expect: background-timer note
        _once = new Timer(_ => Console.WriteLine("warm"), null, 60_000, Timeout.Infinite); // safe: it runs once
        var report = new System.Timers.Timer(60_000);
        report.Elapsed += (_, _) => Console.WriteLine(_prices.Count);
        report.Start(); // expect: background-timer note
    }

    public decimal Of(string sku) => _prices.GetValueOrDefault(sku);

    private void Refresh()
    {
        foreach (var line in System.IO.File.ReadLines("/opt/prices.csv"))
        {
            var parts = line.Split(',');
            _prices[parts[0]] = decimal.Parse(parts[1]);
        }
    }
}
