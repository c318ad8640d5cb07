using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Monitoring;

public class Alarms
{
    private readonly HashSet<string> active = new();
    private readonly HashSet<string> muted = new();
    private readonly ConcurrentDictionary<string, bool> known = new();

    public void Report(bool failed)
    {
        if (failed)
        {
            active.Add("payments"); // expect: unsafe-iteration error
        }
        else
        {
            active.Remove("payments");
        }
        lock (muted)
        {
            muted.Add("search");
        }
        known.TryAdd("payments", true);
    }

    public string Longest() => active.OrderByDescending(name => name.Length).FirstOrDefault() ?? "";

    public IReadOnlyList<string> Muted()
    {
        lock (muted)
        {
            return muted.ToList(); // fixed: copied under the lock of the changes
        }
    }

    public int Known()
    {
        var count = 0;
        foreach (var (_, isActive) in known) // safe: a concurrent dictionary may be changed while it is enumerated
        {
            count += isActive ? 1 : 0;
        }
        return count;
    }
}
