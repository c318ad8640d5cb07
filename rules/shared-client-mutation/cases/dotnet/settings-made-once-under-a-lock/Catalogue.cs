using System;
using System.Net.Http;
using System.Threading.Tasks;

namespace Shop;

public class Catalogue
{
    private static readonly HttpClient Http = new();
    private static readonly HttpClient Other = new();
    private static readonly object Setup = new();
    private static volatile bool _isSetUp;
    private static bool _isOtherSetUp;

    public async Task<string> PageAsync(string sku)
    {
        SetUp();
        return await Http.GetStringAsync(sku);
    }

    public async Task<string> OtherAsync(string sku)
    {
        if (!_isOtherSetUp)
        {
            _isOtherSetUp = true; // expect: unsafe-lazy-init note
            Other.DefaultRequestHeaders.Add("api-key", Environment.GetEnvironmentVariable("API_KEY")); // expect: shared-client-mutation warning
        }
        return await Other.GetStringAsync("https://others.example.com/" + sku);
    }

    private static void SetUp()
    {
        if (_isSetUp) return;
        lock (Setup)
        {
            if (_isSetUp) return;
            Http.BaseAddress = new Uri("https://catalogue.example.com/"); // safe: whoever comes first does it, and the others wait
            Http.DefaultRequestHeaders.Add("api-key", Environment.GetEnvironmentVariable("API_KEY")); // safe: the same
            _isSetUp = true;
        }
    }
}
