using Amazon.Lambda.Core;

namespace Products;

public class ProductFunction
{
    private readonly ProductCatalogue _catalogue = new();

    public string FunctionHandler(string sku, ILambdaContext context) => _catalogue.Describe(sku);
}
