using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Receipts;

public class Function
{
    private readonly ReceiptStore _store = new();

    public Task<string> FunctionHandler(string order, ILambdaContext context) => _store.NameAsync(order);
}
