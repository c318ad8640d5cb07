using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Images;

public class ResizeFunction
{
    public int FunctionHandler(List<string> keys, ILambdaContext context)
    {
        var done = new List<string>();
        Parallel.ForEach(keys, key =>
        {
            done.Add(key + ".png"); // expect: unsynchronized-access error
        });
        var names = keys.AsParallel().Select(key => key + ".jpg").ToList(); // safe: the query puts the results together
        return done.Count + names.Count;
    }
}
