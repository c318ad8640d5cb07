namespace Shop;

public interface IBasket
{
    void Assign(string customer);
    string Describe();
}

public class Basket : IBasket
{
    private string _customer;

    public void Assign(string customer)
    {
        _customer = customer; // expect: request-state-leak error
    }

    public string Describe() => "basket of " + _customer;
}

public class Draft
{
    public string Text;
}
