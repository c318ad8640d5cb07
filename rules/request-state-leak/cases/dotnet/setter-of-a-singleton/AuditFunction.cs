using Amazon.Lambda.Core;

namespace Audit;

public record AuditRequest(string User);

public class AuditFunction
{
    public string FunctionHandler(AuditRequest request, ILambdaContext context)
    {
        AuditTrail.Instance.User = request.User;
        return AuditTrail.Instance.Describe("login");
    }
}
