using Amazon.Lambda.Core;

namespace Shop;

public class ShopFunction
{
    public string FunctionHandler(string input, ILambdaContext context) =>
        Catalogues.Coalesced().Title + Catalogues.Ensured().Title + Catalogues.Made().Title;
}
