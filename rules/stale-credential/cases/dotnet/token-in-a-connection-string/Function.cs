using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Npgsql;

namespace Shop;

public class Function
{
    public async Task<int> FunctionHandler(string id, ILambdaContext context)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        return await TotalAsync(connection, id);
    }

    public async Task<int> Renewed(string id, ILambdaContext context)
    {
        await using var connection = await Database.Renewed.OpenConnectionAsync();
        return await TotalAsync(connection, id);
    }

    public async Task<int> Alone(string id, ILambdaContext context)
    {
        await using var connection = new NpgsqlConnection($"Host=reports;Username=orders;Password={Database.Token()}"); // safe: a token for each connection
        await connection.OpenAsync();
        return await TotalAsync(connection, id);
    }

    private static async Task<int> TotalAsync(NpgsqlConnection connection, string id)
    {
        await using var command = new NpgsqlCommand("SELECT total FROM orders WHERE id = $1", connection);
        command.Parameters.AddWithValue(id);
        return (int)(await command.ExecuteScalarAsync() ?? 0);
    }
}
