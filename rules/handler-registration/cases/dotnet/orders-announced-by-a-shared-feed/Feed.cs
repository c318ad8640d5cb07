using System;

namespace Orders;

public class Feed
{
    public event EventHandler<string> Stored;
    public static event Action<string> Rejected;

    public void Store(string order)
    {
        if (order.Length == 0) Rejected?.Invoke(order);
        else Stored?.Invoke(this, order);
    }
}
