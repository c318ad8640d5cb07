using System;
using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Ledgers;

public class LedgerFunction
{
    private readonly Ledger _ledger = new();

    public LedgerFunction()
    {
        Console.Write("ready\n"); // safe: no request is served yet
    }

    public int FunctionHandler(List<int> amounts, ILambdaContext context) => _ledger.Sum(amounts);

    public int Careful(List<int> amounts, ILambdaContext context)
    {
        Console.Write($"{context.AwsRequestId} {amounts.Count}\n"); // safe: the line says whose it is
        return _ledger.SumInLines(amounts);
    }
}
