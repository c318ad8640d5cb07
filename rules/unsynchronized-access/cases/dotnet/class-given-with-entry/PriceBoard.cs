using System;
using System.Threading;

namespace Prices;

// entry: PriceBoard
public sealed class PriceBoard : IDisposable
{
    private decimal latest;
    private int quotes;
    private volatile string source = "start";
    private readonly Lock gate = new();
    private decimal highest;
    private bool disposed;

    public PriceBoard(decimal first) => latest = first; // safe: an object that is being made is nobody else's

    public decimal Latest
    {
        get => latest;
        set => latest = value; // expect: unsynchronized-access error
    }

    public void Quote(decimal price, string from)
    {
        Interlocked.Increment(ref quotes); // fixed: an atomic counter
        source = from; // safe: volatile, and one store at a time
        lock (gate)
        {
            highest = Math.Max(highest, price); // safe: every access holds the gate
        }
    }

    public string Describe()
    {
        lock (gate)
        {
            return $"{source} {highest} {quotes} {disposed}"; // safe: `Dispose` ends the object's life
        }
    }

    public void Dispose() => disposed = true;
}
