namespace Shop;

public interface ILedger
{
    void Open(string customer);
    string Close();
}

public class Ledger : ILedger
{
    private string _customer;

    public void Open(string customer)
    {
        _customer = customer; // expect: request-state-leak error
    }

    public string Close() => "closed for " + _customer;

    public string CloseFor(string customer) => "closed for " + customer; // fixed: an argument
}
