using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Recent;

public class LogFunction
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<string> _lines = new();
    private readonly Queue<string> _jobs = new();
    private readonly ConcurrentQueue<string> _events = new();

    public async Task<int> FunctionHandler(string input, ILambdaContext context)
    {
        _events.Enqueue("started"); // safe: a concurrent queue
        _events.TryDequeue(out _);
        await _turn.WaitAsync();
        try
        {
            _jobs.Enqueue("job"); // safe: the semaphore lets one invocation in
            if (_jobs.Count > 10) _jobs.Dequeue();
        }
        finally
        {
            _turn.Release();
        }
        lock (_gate)
        {
            _lines.Add("done"); // fixed: every access holds the lock
            if (_lines.Count > 50) _lines.RemoveAt(0);
            return _lines.Count;
        }
    }
}
