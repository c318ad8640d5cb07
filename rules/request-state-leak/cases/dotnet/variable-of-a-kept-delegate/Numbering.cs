using System;

namespace Receipts;

public static class Numbering
{
    public static Func<string, string> PerCustomer()
    {
        string? customer = null;
        return name =>
        {
            customer = name; // expect: request-state-leak error
            return customer + "/" + DateTime.UtcNow.Year;
        };
    }

    public static Func<string, string> Plain()
    {
        string? customer = null;
        return name =>
        {
            customer = name; // safe: a variable of a function that one invocation made and calls
            return customer + "/1";
        };
    }
}
