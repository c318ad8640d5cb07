using System.Threading.Tasks;

namespace Shop;

public class OrderStore
{
    private readonly string _prefix = System.Environment.GetEnvironmentVariable("PREFIX") ?? "orders";

    public Task TouchAsync() => Task.Delay(10);

    public string KeyOf(string? tenant) => $"{_prefix}/{tenant}"; // safe: `_prefix` is assigned during construction
}
