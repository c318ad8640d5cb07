using System;
using System.IO;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Uploads;

public class UploadFunction
{
    private readonly Scratch _scratch = new();

    public async Task<long> FunctionHandler(string body, ILambdaContext context)
    {
        var kept = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bin");
        await File.WriteAllTextAsync(kept, body); // expect: temp-file-growth note
        return await _scratch.Measure(body) + new FileInfo(kept).Length;
    }
}
