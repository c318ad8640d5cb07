using System.Threading.Tasks;
using Amazon.Lambda.Core;
using NLog;

namespace Payments;

public record PaymentRequest(string Customer, string Order);

public class PaymentFunction
{
    private static readonly Logger Log = LogManager.GetCurrentClassLogger();

    public async Task<string> FunctionHandler(PaymentRequest request, ILambdaContext context)
    {
        MappedDiagnosticsContext.Set("customer", request.Customer); // expect: stale-thread-local error
        MappedDiagnosticsLogicalContext.Set("order", request.Order); // fixed: this context follows the flow of control
        await Task.Delay(10);
        Log.Info("paid");
        return request.Order;
    }
}
