using System.Collections.Generic;

namespace Shop;

public class Sessions
{
    private readonly object _gate = new();
    private readonly List<string> _open = new();
    private readonly List<string> _closed = new();

    public void Open(string id)
    {
        lock (_gate)
        {
            _open.Add(id);
            _closed.Remove(id); // safe: the gate is held
        }
    }

    public void Reset()
    {
        _open.Clear(); // expect: inconsistent-lock error
        lock (_gate) _closed.Clear(); // fixed: the gate is taken here too
    }
}
