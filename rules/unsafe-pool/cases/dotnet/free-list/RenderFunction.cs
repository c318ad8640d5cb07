using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text;
using Amazon.Lambda.Core;

namespace Render;

public class RenderFunction
{
    private static readonly Stack<StringBuilder> Free = new(new[] { new StringBuilder(), new StringBuilder() });
    private static readonly ConcurrentBag<StringBuilder> Bag = new() { new StringBuilder() };

    public string FunctionHandler(string title, ILambdaContext context)
    {
        var page = Free.Count > 0 ? Free.Pop() : new StringBuilder(); // expect: unsafe-pool error
        page.Clear().Append(title);
        Free.Push(page);
        if (!Bag.TryTake(out var other)) other = new StringBuilder(); // safe: looked at and taken in one step
        other.Clear().Append(title);
        Bag.Add(other);
        return page.ToString();
    }
}
