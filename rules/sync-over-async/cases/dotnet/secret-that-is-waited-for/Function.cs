using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly Secrets _secrets = new();

    public async Task<string> FunctionHandler(string name, ILambdaContext context)
    {
        var key = _secrets.Get(name);
        if (key.Length == 0)
        {
            Thread.Sleep(200); // expect: sync-over-async warning
            key = await _secrets.GetAsync(name);
        }

        return _secrets.Region + key;
    }

    public async Task<string> Patient(string name, ILambdaContext context)
    {
        var key = _secrets.GetAsync(name);
        await Task.Delay(200); // fixed: no thread sleeps
        if (key.IsCompletedSuccessfully) return key.Result; // safe: done, as the look says
        return await key;
    }
}
