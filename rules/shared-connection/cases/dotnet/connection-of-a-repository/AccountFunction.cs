using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Accounts;

public class AccountFunction
{
    private readonly AccountStore _store = new();

    public async Task<int> FunctionHandler(string id, ILambdaContext context) => await _store.CloseAsync(id) + await _store.CloseAloneAsync(id);
}
