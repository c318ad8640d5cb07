using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Amazon.Lambda.Core;

namespace Tickets;

public class TicketFunction
{
    private readonly object _gate = new();
    private readonly Queue<string> _tickets = new();
    private readonly Queue<string> _refunds = new();

    public string FunctionHandler(string input, ILambdaContext context)
    {
        Issue();
        Refund();
        return Next() + NextRefund();
    }

    private void Issue()
    {
        lock (_gate) _tickets.Enqueue("ticket"); // expect: inconsistent-lock error
    }

    private string Next()
    {
        lock (this) return _tickets.Count > 0 ? _tickets.Dequeue() : "none";
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    private void Refund()
    {
        _refunds.Enqueue("refund"); // fixed: a synchronized method locks this
    }

    private string NextRefund()
    {
        lock (this) return _refunds.Count > 0 ? _refunds.Dequeue() : "none"; // safe: the lock of the synchronized method
    }
}
