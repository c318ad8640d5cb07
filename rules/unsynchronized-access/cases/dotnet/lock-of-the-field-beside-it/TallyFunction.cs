using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Tallies;

public class TallyFunction
{
    private readonly Journal _journal = new();

    public int FunctionHandler(string input, ILambdaContext context) => _journal.Note(input.Length > 80 ? "long" : "short");
}

public class Journal
{
    private readonly object _gate = new();
    private readonly Queue<string> _latest = new();
    private readonly SortedSet<string> _kinds = new();

    public int Note(string kind)
    {
        _kinds.Add(kind); // expect: unsynchronized-access error
        lock (_gate)
        {
            _latest.Enqueue(kind); // safe: every access to `_latest` holds the lock
            if (_latest.Count > 20) _latest.Dequeue();
            return _latest.Count;
        }
    }
}
