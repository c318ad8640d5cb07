using System.Collections.Generic;
using System.Linq;
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

    public async Task<decimal> CopyHandler(List<string> items, ILambdaContext context)
    {
        var tasks = new List<Task<decimal>>();
        foreach (var item in items)
        {
            tasks.Add(Task.Run(() => _prices.Find(item)));
        }
        await Task.WhenAll(tasks.ToArray());
        return tasks[0].Result; // safe: the copy has the same tasks
    }

    public async Task<decimal> ListHandler(List<string> items, ILambdaContext context)
    {
        var tasks = items.Select(item => Task.Run(() => _prices.Find(item))).ToList();
        await Task.WhenAll([.. tasks]);
        return tasks[0].Result; // safe: spread into another list, they are the same tasks
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
