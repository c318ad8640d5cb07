using System.Threading.Tasks;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;

namespace Shop;

public class Functions
{
    private readonly IBasket _basket;

    public Functions(IBasket basket) => _basket = basket;

    // The generated handler keeps the function class as a singleton, and with it what its constructor got.
    [LambdaFunction]
    [HttpApi(LambdaHttpMethod.Put, "/basket/{customer}")]
    public async Task<string> Fill(string customer, [FromServices] Draft draft)
    {
        draft.Text = customer; // safe: taken from the scope of the invocation
        _basket.Assign(customer);
        await Task.Delay(1);
        return draft.Text + _basket.Describe();
    }
}
