using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Payments;

public class PaymentFunction
{
    // The loggers share one writer, which knows the request by its asynchronous flow: the last store wins without harm.
    private ILambdaLogger? _logger;
    private ILambdaContext? _context;

    public async Task<string> FunctionHandler(string account, ILambdaContext context)
    {
        _logger = context.Logger; // expect: unsynchronized-access note
        _context = context; // expect: request-state-leak error
        await PayAsync(account);
        return _context.AwsRequestId;
    }

    private async Task PayAsync(string account)
    {
        await Task.Delay(10);
        _logger!.LogLine("paid " + account); // safe: whichever logger is found here, the line is right
    }
}
