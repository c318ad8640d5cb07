using System.Globalization;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Parsing;

public record Order(string Id, decimal Total);

public class ParseFunction
{
    private static readonly HttpClient Http = new();
    private static readonly Regex Word = new(@"\w+", RegexOptions.Compiled);
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public async Task<string> FunctionHandler(string body, ILambdaContext context)
    {
        var order = JsonSerializer.Deserialize<Order>(body, Json)!; // safe: options that nobody changes after their first use
        var price = order.Total.ToString("C", German) + Word.Match(body).Value; // safe: neither culture nor expression changes
        return price + await Http.GetStringAsync("https://shop.example.com/" + order.Id); // safe: a client made to be shared
    }
}
