using System;
using System.Threading.Tasks;
using Npgsql;

namespace Stock;

public class Stocks
{
    private readonly NpgsqlDataSource _source;

    public Stocks(NpgsqlDataSource source) => _source = source;

    public async Task<int> CountAsync(string sku)
    {
        var connection = await _source.OpenConnectionAsync(); // expect: unsafe-pool error
        var query = new NpgsqlCommand("select count from stock where sku = @sku", connection);
        query.Parameters.AddWithValue("sku", sku);
        var count = await query.ExecuteScalarAsync();
        return Convert.ToInt32(count);
    }

    public async Task<int> CountFixedAsync(string sku)
    {
        await using var connection = await _source.OpenConnectionAsync(); // fixed: disposed on every way out
        await using var query = new NpgsqlCommand("select count from stock where sku = @sku", connection);
        query.Parameters.AddWithValue("sku", sku);
        return Convert.ToInt32(await query.ExecuteScalarAsync());
    }

    public async Task<int> TouchAsync(string sku)
    {
        var connection = await OpenAsync(); // expect: unsafe-pool error
        var command = connection.CreateCommand();
        command.CommandText = "update stock set seen = now()";
        var rows = await command.ExecuteNonQueryAsync();
        if (rows == 0) throw new InvalidOperationException(sku);
        await connection.CloseAsync();
        return rows;
    }

    // safe: whoever asks for it has to close it
    private async Task<NpgsqlConnection> OpenAsync() => await _source.OpenConnectionAsync();
}
