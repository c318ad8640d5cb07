using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly Catalogue _catalogue = new();

    public async Task<string> FunctionHandler(string sku, ILambdaContext context) => await _catalogue.PageAsync(sku) + await _catalogue.OtherAsync(sku);
}
