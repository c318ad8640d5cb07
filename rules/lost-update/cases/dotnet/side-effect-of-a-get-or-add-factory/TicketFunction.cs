using System;
using System.Collections.Concurrent;
using System.Threading;
using Amazon.Lambda.Core;

namespace Tickets;

public class TicketFunction
{
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private readonly ConcurrentDictionary<string, Lazy<int>> _seats = new();
    private int _last;
    private int _lastSeat;

    public string Handle(string visitor, ILambdaContext context)
    {
        var number = _numbers.GetOrAdd("gate", _ => Next());
        var seat = _seats.GetOrAdd("gate", _ => new Lazy<int>(NextSeat)); // fixed: whoever loses the race throws away a Lazy that never ran
        return $"{visitor}: {number}/{seat.Value}";
    }

    private int Next()
    {
        _last++; // expect: lost-update
        return _last;
    }

    private int NextSeat() => Interlocked.Increment(ref _lastSeat); // safe: atomic
}
