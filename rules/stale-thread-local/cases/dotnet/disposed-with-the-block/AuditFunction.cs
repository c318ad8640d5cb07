using System.Threading;
using Amazon.Lambda.Core;
using NLog;

namespace Audits;

public record AuditRequest(string User, string Tenant);

public class AuditFunction
{
    private static readonly Logger Log = LogManager.GetCurrentClassLogger();

    public string FunctionHandler(AuditRequest request, ILambdaContext context)
    {
        Log.Info("audit of {0}", TenantScope.Current ?? "nobody");
        using var scope = new TenantScope(request.Tenant);
        using (MappedDiagnosticsContext.SetScoped("user", request.User)) // fixed: disposed at the end of the block
        {
            Log.Info("checked");
        }
        return $"audited {TenantScope.Current}";
    }
}
