using System.Collections.Generic;

namespace Shop;

public interface IStep
{
    string Apply(string order);
}

public class Pipeline
{
    private readonly IEnumerable<IStep> _steps;

    public Pipeline(IEnumerable<IStep> steps) => _steps = steps;

    public string Run(string order)
    {
        foreach (var step in _steps) order = step.Apply(order);
        return order;
    }
}
