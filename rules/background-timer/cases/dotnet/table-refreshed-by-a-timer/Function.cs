using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private static readonly PriceTable Prices = new();

    public decimal FunctionHandler(string sku, ILambdaContext context) => Prices.Of(sku);
}
