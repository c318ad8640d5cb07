using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Tickets;

public static class Program
{
    private static string _customer = "";
    private static string _desk = "";

    public static async Task Main()
    {
        _desk = System.Environment.GetEnvironmentVariable("DESK") ?? "1"; // safe: before the first invocation
        await LambdaBootstrapBuilder.Create<string, string>(ServeAsync, new DefaultLambdaJsonSerializer()).Build().RunAsync();
    }

    private static async Task<string> ServeAsync(string customer, ILambdaContext context)
    {
        _customer = customer; // expect: request-state-leak error
        await Task.Delay(5);
        return $"{_desk}: {_customer}, then {await ServeAloneAsync(customer)}";
    }

    private static async Task<string> ServeAloneAsync(string customer)
    {
        await Task.Delay(5);
        return customer; // fixed: handed on as an argument
    }
}
