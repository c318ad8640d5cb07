using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly Archive _archive = new();

    public async Task<long> FunctionHandler(string key, ILambdaContext context)
    {
        var s3 = await _archive.OpenAsync();
        return (await s3.GetObjectMetadataAsync("archive", key)).ContentLength;
    }

    public Task<long> Renewed(string key, ILambdaContext context) => _archive.SizeInCopyAsync(key);
}
