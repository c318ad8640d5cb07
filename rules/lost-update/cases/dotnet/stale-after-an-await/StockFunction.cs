using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Stock;

public class StockFunction
{
    private readonly StockLevel _level = new();

    public async Task<int> FunctionHandler(string input, ILambdaContext context)
    {
        var before = _level.Current;
        await Task.Delay(10);
        _level.Current = before - 1; // expect: lost-update error
        return before;
    }
}

public class StockLevel
{
    public int Current { get; set; } = 100;
}
