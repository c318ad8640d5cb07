using System.Collections.Generic;
using System.Threading;

namespace Catalogs;

public class Catalog
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly object _gate = new();
    private readonly List<string> _names = new();

    public void Reload()
    {
        _loading.Wait();
        try
        {
            Add("reloaded");
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Add(string name)
    {
        lock (_gate) // expect: lock-order error
        {
            _names.Add(name);
        }
    }

    public int Refresh()
    {
        lock (_gate)
        {
            _loading.Wait();
            try
            {
                return _names.Count;
            }
            finally
            {
                _loading.Release();
            }
        }
    }
}
