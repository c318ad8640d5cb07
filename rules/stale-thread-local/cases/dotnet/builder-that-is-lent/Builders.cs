using System;
using System.Text;

namespace Labels;

/** Lends each thread one builder. */
public static class Builders
{
    [ThreadStatic]
    private static StringBuilder? _spare;

    public static StringBuilder Take()
    {
        var builder = _spare ?? new StringBuilder();
        _spare = null;
        return builder.Clear();
    }

    public static string Give(StringBuilder builder)
    {
        var text = builder.ToString();
        _spare = builder; // safe: whoever takes the builder finds it empty
        return text;
    }
}
