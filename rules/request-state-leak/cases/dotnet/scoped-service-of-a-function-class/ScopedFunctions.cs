using System.Threading.Tasks;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;

namespace Shop;

public class ScopedFunctions
{
    private readonly Draft _draft;
    private string _customer; // fixed: the startup registers this class as scoped

    public ScopedFunctions(Draft draft) => _draft = draft;

    [LambdaFunction]
    [HttpApi(LambdaHttpMethod.Post, "/basket/{customer}")]
    public async Task<string> Order(string customer)
    {
        _customer = customer;
        _draft.Text = customer;
        await Task.Delay(1);
        return _customer + _draft.Text;
    }
}
