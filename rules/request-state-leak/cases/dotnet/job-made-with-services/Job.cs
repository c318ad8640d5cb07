namespace Shop;

public class Totals
{
    public string Last;
}

public class Job
{
    private readonly Totals _totals;
    private readonly string _customer; // safe: a job is made for each invocation

    public Job(Totals totals, string customer)
    {
        _totals = totals;
        _customer = customer;
    }

    public string Run()
    {
        _totals.Last = _customer; // expect: request-state-leak error
        return "done for " + _totals.Last;
    }
}
