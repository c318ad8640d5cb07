using System.Threading;
using Amazon.Lambda.Core;

namespace Stats;

public class CounterFunction
{
    private static int _served;
    private static int _answered;
    private int _failed;
    private readonly object _gate = new();

    public int FunctionHandler(string input, ILambdaContext context)
    {
        _served++; // expect: lost-update error
        Interlocked.Increment(ref _answered); // fixed: one atomic operation
        lock (_gate)
        {
            _failed += input.Length == 0 ? 1 : 0; // safe: read and written under one lock
            return _answered + _failed;
        }
    }
}
