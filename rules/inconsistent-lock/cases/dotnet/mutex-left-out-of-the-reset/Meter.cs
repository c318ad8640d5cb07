using System.Threading;

namespace Meters;

public sealed class Meter
{
    private readonly Mutex _mutex = new();
    private int _total;

    public void Add(int value)
    {
        _mutex.WaitOne();
        try
        {
            _total += value; // safe: one invocation at a time has the mutex
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    }

    public void Reset()
    {
        _total = 0; // expect: inconsistent-lock
    }

    public int Total()
    {
        _mutex.WaitOne();
        try
        {
            return _total; // fixed: read under the same mutex
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    }
}
