using System;
using System.IO;
using Amazon.Lambda.Core;

namespace Export;

public class ArchiveFunction
{
    public string FunctionHandler(string rows, ILambdaContext context)
    {
        var byGuid = $"/tmp/{Guid.NewGuid()}.csv";
        // expect: temp-file-growth note
        File.WriteAllText(byGuid, rows); // fixed: a name that no other invocation has
        // expect: temp-file-growth note
        File.WriteAllText($"/tmp/{context.AwsRequestId}.csv", rows); // safe: the request id
        // expect: temp-file-growth note
        File.WriteAllText(Path.Combine("/tmp", Path.GetRandomFileName()), rows); // safe: random enough
        File.WriteAllText($"/tmp/{Environment.ProcessId}.csv", rows); // expect: shared-temp-path error
        File.WriteAllText($"/tmp/{Environment.CurrentManagedThreadId}.csv", rows); // expect: shared-temp-path error
        File.WriteAllText($"/tmp/{DateTime.UtcNow:yyyyMMddHHmmss}.csv", rows); // expect: shared-temp-path warning
        return byGuid;
    }
}
