using System.Collections.Generic;
using System.Threading;
using Amazon.Lambda.Core;

namespace Ledger;

public class LedgerFunction
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly SemaphoreSlim _several = new(4); // expect: pool-size warning
    private readonly List<string> _lines = new();
    private readonly List<string> _notes = new();
    private readonly List<string> _drafts = new();
    private readonly List<string> _open = new();

    public int FunctionHandler(string input, ILambdaContext context)
    {
        using (_lock.EnterScope())
        {
            _lines.Add("line"); // safe: the scope is left at the end of the block
        }
        _one.Wait();
        try
        {
            _notes.Add("note"); // expect: inconsistent-lock error
            _drafts.Add("note"); // fixed: a semaphore with one permit lets one in
        }
        finally
        {
            _one.Release();
        }
        _several.Wait();
        try
        {
            _open.Add("line"); // expect: inconsistent-lock error
        }
        finally
        {
            _several.Release();
        }
        lock (_lock) _open.Clear();
        return Count();
    }

    private int Count()
    {
        lock (_lock) return _lines.Count + _notes.Count;
    }
}
