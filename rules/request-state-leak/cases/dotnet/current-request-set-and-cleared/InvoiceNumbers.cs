using System.Threading.Tasks;

namespace Invoices;

public class InvoiceNumbers
{
    public InvoiceRequest? CurrentRequest { get; set; }

    public async Task<string> NextAsync()
    {
        await Task.Delay(10);
        return $"{CurrentRequest!.Customer}-{CurrentRequest.Year}";
    }
}
