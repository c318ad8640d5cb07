using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Jobs;

public class JobFunction
{
    private readonly JobQueue _queue = new();

    public string FunctionHandler(string action, ILambdaContext context)
    {
        if (action != "enqueue") return _queue.Next() ?? "none";
        _queue.Enqueue("job");
        return "queued";
    }
}

public class JobQueue
{
    private readonly object _writeGate = new();
    private readonly object _readGate = new();
    private readonly Queue<string> _jobs = new();
    private readonly LinkedList<string> _urgent = new();

    public void Enqueue(string job)
    {
        lock (_writeGate)
        {
            _jobs.Enqueue(job); // expect: inconsistent-lock error
            _urgent.AddLast(job); // safe: nobody reads it but under this gate
            if (_urgent.Count > 10) _urgent.RemoveFirst();
        }
    }

    public string? Next()
    {
        lock (_readGate) return _jobs.TryDequeue(out var job) ? job : null;
    }
}
