using System;

namespace Shop;

public class Session
{
    public string Customer;
    public string Card;
}

public class Billing
{
    private readonly Session _session;

    public Billing(Session session) => _session = session;

    public void Charge(string customer)
    {
        _session.Card = customer; // expect: request-state-leak error
        Console.WriteLine("charging " + _session.Card);
    }

    public void ChargeTo(string card)
    {
        Console.WriteLine("charging " + card); // fixed: nothing is kept
    }
}
