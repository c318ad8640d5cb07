using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Rates;

public class RatesFunction
{
    private static readonly RateTable Table = new();

    public decimal FunctionHandler(string input, ILambdaContext context)
    {
        Table.EnsureLoaded();
        return Table.Euro;
    }
}

public class RateTable
{
    private bool _loaded;
    private Dictionary<string, decimal>? _rates;

    public decimal Euro => _rates!["EUR"];

    public void EnsureLoaded()
    {
        if (_loaded) return;
        _loaded = true; // expect: unsafe-lazy-init error
        _rates = new Dictionary<string, decimal> { ["EUR"] = 1 };
    }
}
