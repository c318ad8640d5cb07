using System.Collections.Generic;

namespace Shop;

public class Catalogue
{
    private readonly object gate = new();
    private IReadOnlyDictionary<string, int>? prices;
    private string? season;

    // safe: nobody gets to the second line without having looked under the lock, and the table is made once.
    public int PriceOf(string article)
    {
        lock (gate)
        {
            prices ??= new Dictionary<string, int> { ["tea"] = 3, ["cup"] = 7 };
        }
        return prices[article];
    }

    public string SeasonOf(string today, bool anew)
    {
        lock (gate)
        {
            if (season == null || anew) season = today.Substring(0, 7);
        }
        return season; // expect: inconsistent-lock
    }

    // fixed: what is returned was read under the lock.
    public string SeasonOfFixed(string today, bool anew)
    {
        lock (gate)
        {
            if (season == null || anew) season = today.Substring(0, 7);
            return season;
        }
    }
}
