using System.Collections.Concurrent;
using Amazon.Lambda.Core;

namespace Votes;

public class VoteFunction
{
    private static readonly ConcurrentDictionary<string, int> Votes = new();
    private static readonly ConcurrentDictionary<string, int> Polls = new();

    public int FunctionHandler(string input, ILambdaContext context)
    {
        var side = input.Length > 3 ? "yes" : "no";
        Votes.TryGetValue(side, out var before);
        Votes[side] = before + 1; // expect: lost-update error
        return Polls.AddOrUpdate(side, 1, (_, known) => known + 1); // safe: the dictionary retries until nobody came in between
    }
}
