using System.Globalization;
using System.Net.Http;
using System.Threading.Tasks;

namespace Shop;

public class Price
{
    public decimal Result { get; set; }
}

public class Prices
{
    private static readonly HttpClient Client = new();

    public async Task<Price> FindAsync(string item)
    {
        var text = await Client.GetStringAsync("https://prices.example.com/" + item);
        return new Price { Result = decimal.Parse(text, CultureInfo.InvariantCulture) };
    }
}
