using Amazon.Lambda.Core;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using AWS.Lambda.Powertools.Logging;

[assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]

namespace Acme.Api
{
    public abstract class Base<TIn>
    {
        protected TIn Last;
        protected virtual Task<string> Handle(TIn input) => Task.FromResult("");
        public async Task<string> Run(TIn input) { Last = input; return await Handle(input); }
        public class Nested { public static int Shared; }
    }

    public class Function : Base<APIGatewayProxyRequest>
    {
        private readonly IAmazonDynamoDB _db;
        private static readonly JsonSerializerOptions Options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true };

        public Function() : this(new AmazonDynamoDBClient()) { }
        public Function(IAmazonDynamoDB db) : base() { _db = db; }

        [Logging(LogEvent = true, Service = "orders"), LambdaFunctionAttribute]
        public APIGatewayProxyResponse FunctionHandler([FromBody] APIGatewayProxyRequest request, ILambdaContext context)
        {
            Nested.Shared = 1;
            Interlocked.Increment(ref Nested.Shared);
            var path = Path.Combine(Path.GetTempPath(), $"{context.AwsRequestId}-{{x}}.txt");
            File.WriteAllText(path: path, contents: request.Body);
            context.Logger.LogLine("done " + base.Handle(request).Result);
            System.Environment.SetEnvironmentVariable("A", DateTime.UtcNow.ToString("O"));
            return new APIGatewayProxyResponse { StatusCode = 200, Headers = { ["a"] = "b" }, Body = Guid.NewGuid().ToString()[..8] };
        }

        protected override async Task<string> Handle(APIGatewayProxyRequest input)
        {
            var response = await _db.GetItemAsync(new GetItemRequest { TableName = "t" });
            return response?.Item?["name"]?.S ?? throw new Exception("none");
        }
    }
}
