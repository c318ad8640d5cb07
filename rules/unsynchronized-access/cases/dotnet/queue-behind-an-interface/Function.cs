using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Mail;

public interface IOutbox
{
    void Put(string line);
}

public sealed class Outbox : IOutbox
{
    private readonly Queue<string> _lines = new();

    public void Put(string line)
    {
        _lines.Enqueue(line); // expect: unsynchronized-access error
        while (_lines.Count > 10) _lines.Dequeue();
    }
}

public sealed class GuardedOutbox : IOutbox
{
    private readonly System.Threading.Lock _gate = new();
    private readonly Queue<string> _lines = new();

    public void Put(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line); // fixed: the lock of the outbox is held by whoever changes it
            while (_lines.Count > 10) _lines.Dequeue();
        }
    }
}

public class Function
{
    private readonly IOutbox _outbox = new Outbox();
    private readonly IOutbox _guarded = new();

    public string FunctionHandler(string order, ILambdaContext context)
    {
        _outbox.Put("accepted");
        _guarded.Put("accepted");
        return order; // safe: nothing of it is kept
    }
}
