using System.Threading.Tasks;
using Amazon.S3;

namespace Receipts;

public class ReceiptStore
{
    private readonly IAmazonS3 _s3 = new AmazonS3Client();

    public async Task<string> NameAsync(string order)
    {
        var found = await _s3.GetObjectMetadataAsync("receipts", order);
        return found.ETag;
    }
}
