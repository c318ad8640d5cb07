using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;

namespace Acme.Orders;

public class Store
{
    private Table? _table;
    private Table Table => _table ?? throw new InvalidOperationException();

    public async Task<Document> Read(IAmazonDynamoDB client, string id)
    {
        _table = Table.LoadTable(client, "orders");
        return await Table.GetItemAsync(id);
    }
}
