using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.Data.SqlClient;

namespace Shop;

public class Function
{
    private const string Orders = "Server=db;Database=orders;Pooling=false";

    public async Task<string> FunctionHandler(string order, ILambdaContext context)
    {
        await using var orders = new SqlConnection(Orders); // expect: connection-per-invocation warning
        // safe: the provider keeps a pool for each connection string, and this takes one from it
        await using var prices = new SqlConnection("Server=db;Database=prices");
        await orders.OpenAsync();
        await prices.OpenAsync();
        return await Stock.Left(order);
    }
}
