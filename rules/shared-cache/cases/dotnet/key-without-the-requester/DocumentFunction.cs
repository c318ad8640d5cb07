using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Caching.Memory;

namespace Documents;

public record DocumentRequest(string User, string Document);

public class DocumentFunction
{
    private readonly IMemoryCache _pages = new MemoryCache(new MemoryCacheOptions { SizeLimit = 100 });

    public async Task<string> FunctionHandler(DocumentRequest request, ILambdaContext context)
    {
        // misses: shared-cache error a value that depends on the requester under a key that does not
        return await _pages.GetOrCreateAsync(request.Document, entry => RenderAsync(request, entry)) ?? "";
    }

    private static async Task<string> RenderAsync(DocumentRequest request, ICacheEntry entry)
    {
        entry.Size = 1;
        await Task.Delay(5);
        return request.Document + " as " + request.User + " may see it";
    }
}
