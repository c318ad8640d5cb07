using System.Threading.Tasks;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Orders;

public static class Program
{
    private static string region = "";

    public static async Task Main(string[] args)
    {
        region = args.Length > 0 ? args[0] : "eu-west-1"; // safe: Main runs once, before the first invocation
        var desk = new OrderDesk(region);
        using var wrapper = HandlerWrapper.GetHandlerWrapper<string, string>(desk.Handle, new DefaultLambdaJsonSerializer());
        using var bootstrap = new LambdaBootstrap(wrapper);
        await bootstrap.RunAsync();
    }
}
