using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly Prices _prices = new();

    public async Task<decimal> FunctionHandler(List<string> items, ILambdaContext context)
    {
        var tasks = new List<Task<decimal>>();
        foreach (var item in items)
        {
            tasks.Add(Task.Run(() => _prices.Find(item)));
        }
        await Task.WhenAll(tasks).ConfigureAwait(false);
        var sum = 0m;
        foreach (var task in tasks)
        {
            sum += task.Result; // safe: all tasks of the list are done
        }
        return sum;
    }

    public async Task<decimal> FirstHandler(List<string> items, ILambdaContext context)
    {
        var tasks = new List<Task<decimal>>();
        foreach (var item in items)
        {
            tasks.Add(Task.Run(() => _prices.Find(item)));
        }
        await Task.WhenAny(tasks);
        var sum = 0m;
        foreach (var task in tasks)
        {
            sum += task.Result; // expect: sync-over-async warning
        }
        return sum;
    }
}

public class Prices
{
    public decimal Find(string item) => item.Length;
}
