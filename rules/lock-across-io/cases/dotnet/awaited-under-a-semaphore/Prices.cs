using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Prices;

public class PriceService
{
    private static readonly HttpClient Client = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly SemaphoreSlim _ten = new(10);
    private string _rates;
    private int _asked;

    public async Task<string> Ask(string article)
    {
        await _one.WaitAsync();
        try
        {
            _asked++;
            return await Client.GetStringAsync("https://prices.example.com/latest"); // expect: lock-across-io warning
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<string> AskBeside(string article)
    {
        await _ten.WaitAsync();
        try
        {
            return await Client.GetStringAsync("https://prices.example.com/latest"); // fixed: a limit of ten, not a lock
        }
        finally
        {
            _ten.Release();
        }
    }

    public async Task<string> Rates()
    {
        await _one.WaitAsync();
        try
        {
            if (_rates == null) _rates = await Client.GetStringAsync("https://prices.example.com/rates"); // safe: loaded once
            return _rates;
        }
        finally
        {
            _one.Release();
        }
    }
}
