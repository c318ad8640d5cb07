using System;
using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Receipts;

public class Function
{
    private Func<string, string>? _numbering;

    public string Handle(Dictionary<string, string> order, ILambdaContext context)
    {
        _numbering ??= Numbering.PerCustomer(); // expect: unsafe-lazy-init warning
        var own = Numbering.Plain(); // fixed: made by the invocation that uses it
        return _numbering(order["customer"]) + own(order["customer"]);
    }
}
