using System.Collections.Generic;

namespace Prices;

public abstract class CachingFunction
{
    private readonly SortedDictionary<string, string> _cache = new();
    private readonly SortedDictionary<string, int> _limits = new() { ["EUR"] = 100 };

    protected abstract string Load(string key);

    protected string Cached(string key)
    {
        _cache[key] = Load(key); // expect: shared-cache error
        return _cache[key];
    }

    protected int Limit(string currency) => _limits[currency]; // safe: filled by the constructor, then only read
}
