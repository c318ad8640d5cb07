using System.Net.Http;
using System.Threading.Tasks;

namespace Shop;

public class Notices
{
    private static readonly HttpClient Client = new();

    public async Task SendAsync(string order)
    {
        await Client.GetStringAsync("https://hooks.example.com/" + order);
    }

    public async void Announce(string order)
    {
        await SendAsync(order);
    }
}
