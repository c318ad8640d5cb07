using System.Threading.Tasks;
using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using MongoDB.Bson;
using MongoDB.Driver;
using StackExchange.Redis;

namespace Sessions;

public class SessionFunction
{
    private static readonly ConnectionMultiplexer Redis = ConnectionMultiplexer.Connect("cache");
    private static readonly IMongoCollection<BsonDocument> Users = new MongoClient("mongodb://users").GetDatabase("shop").GetCollection<BsonDocument>("users");
    private readonly IAmazonDynamoDB _dynamo = new AmazonDynamoDBClient();

    public async Task<string> FunctionHandler(string id, ILambdaContext context)
    {
        var known = await Redis.GetDatabase().StringGetAsync(id); // safe: one connection that carries the commands of all
        var user = await Users.Find(new BsonDocument("_id", id)).FirstOrDefaultAsync(); // safe: the client keeps a pool
        var tables = await _dynamo.ListTablesAsync(); // safe: a client without a session
        return $"{known} {user} {tables.TableNames.Count}";
    }
}
