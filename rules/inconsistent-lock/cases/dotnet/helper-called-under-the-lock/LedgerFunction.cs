using System.Collections.Generic;
using System.Threading;
using Amazon.Lambda.Core;

namespace Ledgers;

public class LedgerFunction
{
    private readonly Ledger _ledger = new();

    public int FunctionHandler(string input, ILambdaContext context)
    {
        _ledger.Book("booked");
        return _ledger.Booked + _ledger.Open();
    }
}

public class Ledger
{
    private readonly object _gate = new();
    private readonly LinkedList<string> _booked = new();
    private readonly LinkedList<string> _open = new();

    public int Booked => Volatile.Read(ref _count);
    private int _count;

    public void Book(string line)
    {
        lock (_gate) Append(line);
        AppendOpen(line);
    }

    public int Open()
    {
        Monitor.Enter(_gate);
        try
        {
            return _open.Count;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    private void Append(string line)
    {
        _booked.AddLast(line); // safe: the only caller holds the gate
        if (_booked.Count > 50) _booked.RemoveFirst();
        Volatile.Write(ref _count, _booked.Count);
    }

    private void AppendOpen(string line)
    {
        _open.AddLast(line); // expect: inconsistent-lock error
        if (_open.Count > 50) _open.RemoveFirst();
    }
}
