using System;
using System.Collections.Generic;

namespace Ledgers;

public class Ledger
{
    public int Sum(IReadOnlyList<int> amounts)
    {
        var sum = 0;
        foreach (var amount in amounts)
        {
            Console.Write($"{amount} "); // expect: unattributed-log note
            sum += amount;
        }
        Console.Error.Write(sum);
        return sum;
    }

    // fixed: whole lines, before which the runtime writes the id of the request
    public int SumInLines(IReadOnlyList<int> amounts)
    {
        var sum = 0;
        foreach (var amount in amounts)
        {
            Console.WriteLine(amount);
            sum += amount;
        }
        return sum;
    }
}
