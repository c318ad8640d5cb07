using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading.Tasks;

namespace Shop;

public class Outbox
{
    private static readonly HttpClient Client = new();
    private readonly ConcurrentQueue<string> _orders = new();

    public int Add(string order)
    {
        _orders.Enqueue(order);
        return _orders.Count;
    }

    public async Task<bool> TrySendAsync()
    {
        while (_orders.TryDequeue(out var order))
        {
            await Client.PostAsync("https://hooks.example.com/orders", new StringContent(order));
        }
        return true;
    }
}
