using Amazon.Lambda.Core;

namespace Exchange;

public class ExchangeFunction
{
    private static readonly Rates Rates = new();

    public decimal FunctionHandler(string input, ILambdaContext context)
    {
        return Rates.Rate("EUR") * Rates.Spread("EUR");
    }
}
