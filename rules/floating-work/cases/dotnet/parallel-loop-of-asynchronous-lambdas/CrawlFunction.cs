using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Crawler;

public class CrawlFunction
{
    private readonly Pages _pages = new();

    public int FunctionHandler(List<string> addresses, ILambdaContext context)
    {
        _pages.Fetch(addresses);
        return addresses.Count;
    }

    public async Task<int> Careful(List<string> addresses, ILambdaContext context)
    {
        await _pages.FetchAll(addresses);
        return _pages.Longest(addresses);
    }
}
