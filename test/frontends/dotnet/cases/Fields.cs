namespace Acme.Orders;

public class Counter
{
    private static readonly Dictionary<string, List<int>> Cache = new() { ["a"] = new List<int> { 1, 2 }, { "b", null } };
    private static int _count;
    private const string Table = "orders";
    public string Name { get; set; } = "none";
    public int Total { get; }
    public int Twice => Total * 2;
    public static int Count { get => _count; set { _count = value; } }
    public event Action<int> Changed;

    static Counter() { _count = 1; }
    public Counter(int total) : this() { Total = total; }
    private Counter() { }

    public int Add(int n)
    {
        _count++;
        Count += n;
        Name = Table + n;
        this.Name += "x";
        Changed += OnChanged;
        Changed?.Invoke(n);
        Cache["a"][0] = Twice;
        return Cache.TryGetValue("k", out var list) ? list[0] : -1;
    }

    private void OnChanged(int n) => _count = n;
}
