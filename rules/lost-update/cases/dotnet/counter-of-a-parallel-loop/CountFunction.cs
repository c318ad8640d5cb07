using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Counting;

public class CountFunction
{
    public int FunctionHandler(List<string> words, ILambdaContext context)
    {
        var lost = 0;
        Parallel.ForEach(words, word => { lost += word.Length; }); // expect: lost-update error
        var counted = 0;
        Parallel.ForEach(words, word => Interlocked.Add(ref counted, word.Length)); // fixed: one atomic step
        var lengths = new int[words.Count];
        Parallel.For(0, words.Count, index => { lengths[index] = words[index].Length; }); // safe: an element for each task
        return lost + counted + lengths.Sum() + words.AsParallel().Sum(word => word.Length);
    }
}
