using System.Data;
using Amazon.Lambda.Core;

namespace Rates;

public class RateFunction
{
    private readonly RateTable _rates = new();

    public decimal FunctionHandler(string currency, ILambdaContext context) => _rates.Quote(currency);
}
