using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Exchange;

public class ExchangeFunction
{
    private readonly RateCache _rates = new();

    public async Task<string> FunctionHandler(string currency, ILambdaContext context)
    {
        var first = await _rates.RateAsync(currency);
        var second = await _rates.RateOnceAsync(currency);
        return first + second;
    }
}
