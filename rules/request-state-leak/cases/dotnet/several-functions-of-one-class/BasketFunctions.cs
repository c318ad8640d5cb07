using System.Threading.Tasks;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;

namespace Baskets;

public class BasketFunctions
{
    private string _article = "";
    private readonly int _limit = 10;

    // entry: BasketFunctions::Put
    [LambdaFunction]
    [HttpApi(LambdaHttpMethod.Put, "/basket/{article}")]
    public async Task<string> Put(string article)
    {
        _article = article; // expect: request-state-leak error
        await Task.Delay(5);
        return Receipt();
    }

    // entry: BasketFunctions::Price
    [LambdaFunction]
    [HttpApi(LambdaHttpMethod.Get, "/basket/{article}/price")]
    public string Price(string article) => article + " costs 3"; // fixed: what was asked is an argument

    private string Receipt() => $"{_article}, one of {_limit}"; // safe: `_limit` is set once, when the object is made
}
