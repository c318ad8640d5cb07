using System.Threading;
using Amazon.Lambda.Core;

namespace Meter;

public class MeterFunction
{
    private static readonly object Gate = new();
    private static int _total;
    private static int _peak;
    private static int _low;

    public int FunctionHandler(int units, ILambdaContext context)
    {
        Count(units);
        if (Monitor.TryEnter(Gate))
        {
            try
            {
                _peak += 1; // safe: the attempt has succeeded
            }
            finally
            {
                Monitor.Exit(Gate);
            }
        }
        else
        {
            _peak += 1; // expect: inconsistent-lock error
        }
        return Low();
    }

    private static void Count(int units)
    {
        Monitor.Enter(Gate);
        try
        {
            _total += units; // fixed: entered before, left in finally
        }
        finally
        {
            Monitor.Exit(Gate);
        }
        _low += 1; // expect: inconsistent-lock error
    }

    private static int Low()
    {
        lock (Gate) return _low + _total;
    }
}
