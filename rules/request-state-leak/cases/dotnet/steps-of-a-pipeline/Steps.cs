namespace Shop;

public class Validate : IStep
{
    private string _order;

    public string Apply(string order)
    {
        _order = order; // expect: request-state-leak error
        return IsComplete() ? _order : "";
    }

    private bool IsComplete() => _order.Length > 0;
}

public class Enrich : IStep
{
    private string _order;

    public string Apply(string order)
    {
        _order = order; // fixed: transient in a scoped pipeline
        return Title();
    }

    private string Title() => "Order " + _order;
}
