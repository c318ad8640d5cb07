using System;
using System.Globalization;
using Amazon.Lambda.Core;

namespace Invoices;

public class Invoice
{
    public string Language { get; set; } = "";
    public decimal Total { get; set; }
}

public class InvoiceFunction
{
    // entry: InvoiceFunction::Print
    public string Print(Invoice invoice, ILambdaContext context)
    {
        CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(invoice.Language); // expect: process-global-mutation error
        return invoice.Total.ToString("C");
    }

    // entry: InvoiceFunction::PrintFixed
    public string PrintFixed(Invoice invoice, ILambdaContext context)
    {
        return invoice.Total.ToString("C", new CultureInfo(invoice.Language)); // fixed: the culture goes with the call
    }

    // entry: InvoiceFunction::PrintWithSwitch
    public string PrintWithSwitch(Invoice invoice, ILambdaContext context)
    {
        AppContext.SetSwitch("System.Globalization.Invariant", true); // expect: process-global-mutation note
        var culture = new CultureInfo(invoice.Language) { DateTimeFormat = { ShortDatePattern = "yyyy" } }; // safe: an object of this invocation
        return invoice.Total.ToString(culture);
    }
}
