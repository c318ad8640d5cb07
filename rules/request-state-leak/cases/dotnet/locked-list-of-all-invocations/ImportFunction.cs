using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Imports;

public class ImportFunction
{
    private static readonly Warnings Shared = new();

    public async Task<IReadOnlyList<string>> FunctionHandler(List<string> rows, ILambdaContext context)
    {
        var own = new Warnings(); // fixed: a list for each invocation
        foreach (var row in rows)
        {
            if (row.Length == 0) continue;
            await Task.Delay(1);
            Shared.Add("unknown article " + row);
            own.Add("unknown article " + row); // safe: the object belongs to the invocation
        }
        return own.TakeAll().Count > 0 ? Shared.TakeAll() : own.TakeAll();
    }
}
