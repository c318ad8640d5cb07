using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Prices;

public class Line
{
    public int Total { get; set; }
}

public class Sum
{
    public int Amount { get; set; }
}

public class PriceFunction
{
    public async Task<int> FunctionHandler(List<Line> lines, ILambdaContext context)
    {
        var tasks = new List<Task>();
        var sum = new Sum();
        foreach (var line in lines)
        {
            tasks.Add(Task.Run(() =>
            {
                line.Total = line.Total + 1; // safe: each task has the line of its iteration
                sum.Amount = sum.Amount + line.Total; // expect: lost-update error
            }));
        }
        await Task.WhenAll(tasks);
        return sum.Amount;
    }
}
