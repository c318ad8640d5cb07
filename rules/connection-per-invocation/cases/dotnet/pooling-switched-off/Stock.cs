using System.Threading.Tasks;
using Microsoft.Data.SqlClient;

namespace Shop;

public static class Stock
{
    public static async Task<string> Left(string sku)
    {
        // fixed: from the pool again
        await using var stock = new SqlConnection("Server=db;Database=stock;Pooling=true;Max Pool Size=32");
        await stock.OpenAsync();
        await using var command = new SqlCommand("select count(*) from stock where sku = @sku", stock);
        command.Parameters.AddWithValue("@sku", sku);
        return $"{await command.ExecuteScalarAsync()}";
    }
}
