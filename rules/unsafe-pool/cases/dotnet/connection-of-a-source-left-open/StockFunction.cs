using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Npgsql;

namespace Stock;

public class StockFunction
{
    private readonly Stocks _stocks = new(NpgsqlDataSource.Create("Host=database"));

    public async Task<int> FunctionHandler(string sku, ILambdaContext context)
    {
        return await _stocks.CountAsync(sku) + await _stocks.CountFixedAsync(sku) + await _stocks.TouchAsync(sku);
    }
}
