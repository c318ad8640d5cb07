using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Thumbnails;

public class ThumbnailFunction
{
    private readonly Resizer _resizer = new();

    public async Task<int> FunctionHandler(List<string> keys, ILambdaContext context)
    {
        var done = new List<string>();
        await Task.WhenAll(keys.Select(async key => done.Add(await _resizer.ResizeAsync(key)))); // expect: unsynchronized-access error
        var bag = new ConcurrentBag<string>();
        await Task.WhenAll(keys.Select(async key => bag.Add(await _resizer.ResizeAsync(key)))); // safe: a bag is made for threads
        var names = await Task.WhenAll(keys.Select(_resizer.ResizeAsync)); // fixed: the results are those of the tasks
        return done.Count + bag.Count + names.Length;
    }
}

public class Resizer
{
    public async Task<string> ResizeAsync(string key)
    {
        await Task.Delay(10);
        return key + ".png";
    }
}
