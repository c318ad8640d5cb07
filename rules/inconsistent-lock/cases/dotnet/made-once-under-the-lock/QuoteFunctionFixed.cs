using Amazon.Lambda.Core;

namespace Shop;

public class QuoteFunctionFixed
{
    private static readonly Catalogue Articles = new();

    public string FunctionHandler(string article, ILambdaContext context)
    {
        var season = Articles.SeasonOfFixed(System.DateTime.UtcNow.ToString("O"), article.EndsWith('!'));
        return season + Articles.PriceOf(article);
    }
}
