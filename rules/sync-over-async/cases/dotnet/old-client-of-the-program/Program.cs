// entry: <main>
using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

var http = new HttpClient();
var limits = http.GetStringAsync("https://limits.example.com").Result; // safe: before the first invocation

var handler = (string order, ILambdaContext context) => Price(order) + limits;
await LambdaBootstrapBuilder.Create(handler, new DefaultLambdaJsonSerializer()).Build().RunAsync();

string Price(string order)
{
    return http.GetStringAsync($"https://prices.example.com/{order}").Result; // expect: sync-over-async error
}
