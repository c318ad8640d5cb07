using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.Lambda.Core;

namespace Shop;

public class Device
{
    public string Id { get; set; }
}

public class Function
{
    private readonly IDynamoDBContext _devices = new DynamoDBContext(new AmazonDynamoDBClient());

    public string FunctionHandler(string id, ILambdaContext context)
    {
        try
        {
            _devices.LoadAsync<Device>(id); // expect: floating-work warning
            return "alive";
        }
        catch
        {
            return "dead";
        }
    }

    public string InBackground(string id, ILambdaContext context)
    {
        Task.Run(() => Check(id)); // expect: floating-work warning
        return "alive";
    }

    public string OnAThread(string id, ILambdaContext context)
    {
        var thread = new Thread(() => Check(id));
        thread.Start(); // safe: joined
        thread.Join();
        return "alive";
    }

    // fixed: it says what it has seen
    public async Task<string> Patient(string id, ILambdaContext context)
    {
        var device = await _devices.LoadAsync<Device>(id);
        return device == null ? "dead" : "alive";
    }

    private static void Check(string id)
    {
        LambdaLogger.Log("checked " + id);
    }
}
