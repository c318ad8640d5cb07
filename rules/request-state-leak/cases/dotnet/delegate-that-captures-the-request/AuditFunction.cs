using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Audits;

public record AuditRequest(string User);

public class AuditFunction
{
    public async Task<string> FunctionHandler(AuditRequest request, ILambdaContext context)
    {
        Trail.Write = action => Console.WriteLine($"{request.User}: {action}"); // expect: request-state-leak error
        Action<string> own = action => Console.WriteLine($"{request.User}: {action}"); // fixed: a delegate of this invocation
        await Task.Delay(10);
        new Checks().Run(own);
        return request.User;
    }
}
