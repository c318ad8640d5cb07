using System;
using System.Data;

namespace Rates;

public class RateTable
{
    private readonly DataTable _table = new("rates");

    public RateTable()
    {
        _table.Columns.Add("currency", typeof(string)); // safe: while the table is made
        _table.Columns.Add("rate", typeof(decimal));
    }

    public decimal Quote(string currency)
    {
        var own = _table.Clone();
        own.Rows.Add(currency, 1.1m); // fixed: a table of this call
        _table.Rows.Add(currency, 1.2m); // expect: unsafe-shared-object error
        return Convert.ToDecimal(own.Rows[0]["rate"]);
    }
}
