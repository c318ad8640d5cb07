using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace Crawler;

public class Pages
{
    private readonly HttpClient _http = new();

    public void Fetch(IEnumerable<string> addresses)
    {
        Parallel.ForEach(addresses, async address => await _http.GetStringAsync(address)); // expect: floating-work error
    }

    // fixed: the loop waits for each of them
    public Task FetchAll(IEnumerable<string> addresses)
    {
        return Parallel.ForEachAsync(addresses, async (address, stop) => await _http.GetStringAsync(address, stop));
    }

    public int Longest(IReadOnlyList<string> pages)
    {
        var lengths = new int[pages.Count];
        Parallel.For(0, pages.Count, i => lengths[i] = pages[i].Length); // safe: nothing goes on behind it
        return lengths.Max();
    }
}
