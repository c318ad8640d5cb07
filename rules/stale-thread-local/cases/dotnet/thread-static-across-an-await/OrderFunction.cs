using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Orders;

public record OrderRequest(string User, string Order);

public class OrderFunction
{
    private readonly OrderStore _store = new();

    public async Task<string> FunctionHandler(OrderRequest request, ILambdaContext context)
    {
        Caller.User = request.User;
        Caller.UserOfTheFlow = request.User;
        return await _store.SaveAsync(request.Order);
    }
}
