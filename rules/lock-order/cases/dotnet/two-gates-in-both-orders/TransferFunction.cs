using Amazon.Lambda.Core;

namespace Transfers;

public class TransferFunction
{
    private static readonly object Incoming = new();
    private static readonly object Outgoing = new();
    private static readonly object First = new();
    private static readonly object Second = new();
    private static int _balance;
    private static int _fees;

    public int FunctionHandler(int amount, ILambdaContext context)
    {
        if (amount > 0) Receive(amount);
        else Send(amount);
        return Fees(1) + Refund();
    }

    private static void Receive(int amount)
    {
        lock (Incoming)
        {
            lock (Outgoing) // expect: lock-order error
            {
                _balance += amount;
            }
        }
    }

    private static void Send(int amount)
    {
        lock (Outgoing)
        {
            lock (Incoming)
            {
                _balance -= amount;
            }
        }
    }

    private static int Fees(int fee)
    {
        lock (First)
        {
            lock (Second) return _fees += fee; // fixed: first the one, then the other, everywhere
        }
    }

    private static int Refund()
    {
        lock (First)
        {
            lock (Second) return _fees -= 1; // safe: the same order
        }
    }
}
