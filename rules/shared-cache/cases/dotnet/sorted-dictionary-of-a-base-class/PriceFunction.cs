using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Prices;

public class PriceFunction : CachingFunction
{
    protected override string Load(string key) => key + " costs 3";

    public string FunctionHandler(string sku, ILambdaContext context) => Cached(sku) + Limit("EUR");
}
