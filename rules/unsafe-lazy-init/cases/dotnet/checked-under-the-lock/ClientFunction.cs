using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.S3;

namespace Clients;

public class ClientFunction
{
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static volatile IAmazonS3? _client;
    private static AmazonS3Client? _archive;

    public async Task<bool> FunctionHandler(string input, ILambdaContext context)
    {
        var client = await ClientAsync();
        _archive ??= new AmazonS3Client(); // expect: unsafe-lazy-init warning
        return client == _archive;
    }

    private static async Task<IAmazonS3> ClientAsync()
    {
        if (_client != null) return _client;
        await Turn.WaitAsync();
        try
        {
            if (_client == null) _client = new AmazonS3Client(); // safe: checked again while the semaphore is held
            return _client;
        }
        finally
        {
            Turn.Release();
        }
    }
}
