using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

var region = System.Environment.GetEnvironmentVariable("AWS_REGION") ?? "local"; // safe: set before the first invocation
var customer = "";

var handler = async (Dictionary<string, string> order, ILambdaContext context) =>
{
    customer = order["customer"]; // expect: request-state-leak error
    await Task.Delay(5);
    var own = order["customer"]; // fixed: a local of the invocation
    return $"{region}: {customer} {own}";
};

await LambdaBootstrapBuilder.Create(handler, new DefaultLambdaJsonSerializer()).Build().RunAsync();
