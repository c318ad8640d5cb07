using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Prices;

public class PriceFunction
{
    private readonly PriceService _service = new();

    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        return await _service.Ask("tea") + await _service.AskBeside("tea") + await _service.Rates();
    }
}
