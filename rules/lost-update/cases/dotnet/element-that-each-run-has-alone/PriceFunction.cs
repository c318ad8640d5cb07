using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Prices;

public class Line
{
    public int Total { get; set; }
}

public class PriceFunction
{
    public async Task<int> FunctionHandler(List<Line> lines, ILambdaContext context)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 4 };
        Parallel.ForEach(lines, options, line =>
        {
            line.Total = line.Total + 1; // safe: each run is handed another line
        });
        await Task.WhenAll(lines.Select(line => Task.Run(() =>
        {
            line.Total = line.Total * 2; // safe: each task has the line of its run
        })));
        var first = lines[0];
        Parallel.ForEach(lines, line =>
        {
            first.Total = first.Total + line.Total; // expect: lost-update error
        });
        return first.Total;
    }
}
