using System.Collections.Generic;

namespace Imports;

public class Warnings
{
    private readonly object _gate = new();
    private readonly List<string> _texts = new();

    public void Add(string text)
    {
        // The lock keeps the list whole. It does not keep apart whose warnings they are.
        lock (_gate) _texts.Add(text); // expect: request-state-leak error
    }

    public IReadOnlyList<string> TakeAll()
    {
        lock (_gate)
        {
            var all = _texts.ToArray();
            _texts.Clear(); // clears those of the others, too
            return all;
        }
    }
}
