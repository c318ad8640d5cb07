using System;
using System.Linq;
using System.Collections.Generic;

namespace Acme;

public static class Texts
{
    public static string Shout(this string text) => text.ToUpper() + "!";
    public static T Or<T>(this T value, T other) => value == null ? other : value;
}

public delegate int Score(Order order, string word);

public class Order { public string Id; public int Total { get; set; } }

public class Closures
{
    private Score _score;

    public int Run(List<Order> orders, string word)
    {
        var sum = 0;
        orders.ForEach(o => sum += o.Total);
        var ids = orders.Where(o => o.Total > sum).Select(o => o.Id.Shout()).ToList();
        Func<int, int> twice = delegate(int x) { return x * 2; };
        var query = from o in orders where o.Total > 1 orderby o.Id descending select o.Id;
        var pairs = from o in orders from p in orders let t = o.Total + p.Total where t > 3 select t;
        _score = (order, w) => order.Total;
        int Local(int n) { sum += n; return Twice(n); }
        int Twice(int n) => n * 2;
        var all = orders.Select(Total);
        return Local(1) + twice(2) + _score(orders[0], word) + ids[0].Or(word).Length;
    }

    private static int Total(Order o) => o.Total;
}
