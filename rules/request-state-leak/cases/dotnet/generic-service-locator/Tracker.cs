namespace Shop;

public interface ITracker
{
    void Begin(string customer);
    string End();
}

public class Tracker : ITracker
{
    private string _customer;

    public void Begin(string customer)
    {
        _customer = customer; // expect: request-state-leak error
    }

    public string End() => _customer;
}

public class Note
{
    public string Text;
}
