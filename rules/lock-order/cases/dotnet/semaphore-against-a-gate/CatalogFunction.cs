using Amazon.Lambda.Core;

namespace Catalogs;

public class CatalogFunction
{
    private readonly Catalog _catalog = new();

    public int FunctionHandler(string input, ILambdaContext context)
    {
        if (input == "reload") _catalog.Reload();
        return _catalog.Refresh();
    }
}
