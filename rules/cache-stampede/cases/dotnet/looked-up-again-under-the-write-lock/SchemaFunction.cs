using System.Collections.Generic;
using System.Threading;
using Amazon.Lambda.Core;

namespace Schemas;

public class SchemaFunction
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, string> _schemas = new();

    public string FunctionHandler(string input, ILambdaContext context)
    {
        _lock.EnterReadLock();
        try
        {
            if (_schemas.TryGetValue("order", out var known)) return known;
        }
        finally
        {
            _lock.ExitReadLock();
        }
        _lock.EnterWriteLock();
        try
        {
            if (_schemas.TryGetValue("order", out var found)) return found;
            _schemas.Add("order", "schema of orders"); // safe: looked up again under the lock of the store
            return "schema of orders";
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
