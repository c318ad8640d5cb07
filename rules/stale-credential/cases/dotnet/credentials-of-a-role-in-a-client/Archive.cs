using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Shop;

public class Archive
{
    private static readonly string Role = Environment.GetEnvironmentVariable("ARCHIVE_ROLE")!;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly AmazonSecurityTokenServiceClient _sts = new();
    // fixed: these credentials renew themselves
    private readonly AmazonS3Client _copy = new(new AssumeRoleAWSCredentials(FallbackCredentialsFactory.GetCredentials(), Role, "copy"));
    private IAmazonS3? _s3;

    public async Task<IAmazonS3> OpenAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_s3 == null)
            {
                var response = await _sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = Role, RoleSessionName = "archive" });
                var given = response.Credentials;
                _s3 = new AmazonS3Client(new SessionAWSCredentials(given.AccessKeyId, given.SecretAccessKey, given.SessionToken)); // expect: stale-credential warning
            }
            return _s3;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<long> SizeInCopyAsync(string key) => (await _copy.GetObjectMetadataAsync("copy", key)).ContentLength;
}
