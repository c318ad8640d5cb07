using System.Threading.Tasks;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace Shop;

public class Secrets
{
    private static readonly AmazonSecretsManagerClient Client = new();

    public Secrets()
    {
        Region = GetAsync("region").Result; // safe: before the first invocation
    }

    public string Region { get; }

    public string Get(string name)
    {
        return Client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = name }) // expect: sync-over-async warning
            .GetAwaiter().GetResult().SecretString;
    }

    public async Task<string> GetAsync(string name)
    {
        var answer = await Client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = name });
        return answer.SecretString;
    }
}
