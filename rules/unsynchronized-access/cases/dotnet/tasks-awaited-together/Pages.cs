using System.Net.Http;
using System.Threading.Tasks;

namespace Fetching;

public class Pages
{
    private static readonly HttpClient Http = new();

    public Task<string> Load(string name) => Http.GetStringAsync("https://example.com/" + name);
}
