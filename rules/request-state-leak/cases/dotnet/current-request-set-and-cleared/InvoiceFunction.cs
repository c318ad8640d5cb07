using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Invoices;

public record InvoiceRequest(string Customer, int Year);

public class InvoiceFunction
{
    private readonly InvoiceNumbers _numbers = new();

    public async Task<string> FunctionHandler(InvoiceRequest request, ILambdaContext context)
    {
        _numbers.CurrentRequest = request; // expect: request-state-leak error
        try
        {
            return await _numbers.NextAsync();
        }
        finally
        {
            _numbers.CurrentRequest = null;
        }
    }
}
