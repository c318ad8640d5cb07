using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Fetching;

public class FetchFunction
{
    private readonly Pages pages = new();

    public async Task<int> FunctionHandler(List<string> names, ILambdaContext context)
    {
        var added = new List<string>();
        await Task.WhenAll(names.Select(async name =>
        {
            var page = await pages.Load(name);
            added.Add(page); // expect: unsynchronized-access error
        }));
        var collected = await Task.WhenAll(names.Select(name => pages.Load(name))); // fixed: the tasks return what they have loaded
        var bag = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(names, async (name, token) => bag.Add(await pages.Load(name))); // safe: made for several threads
        var one = new List<string>();
        foreach (var name in names)
        {
            one.Add(await pages.Load(name)); // safe: one after the other
        }
        return added.Count + collected.Length + bag.Count + one.Count;
    }
}
