using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Npgsql;

namespace Reports;

public class ReportFunction
{
    private static readonly NpgsqlDataSource Source = NpgsqlDataSource.Create("Host=database");
    private static readonly NpgsqlDataSource Kept = NpgsqlDataSource.Create("Host=archive");

    public async Task<object?> FunctionHandler(string input, ILambdaContext context)
    {
        await using (var connection = await Kept.OpenConnectionAsync()) // fixed: only the connection is disposed
        {
            await using var count = new NpgsqlCommand("SELECT 1", connection);
            await count.ExecuteScalarAsync();
        }
        try
        {
            await using var command = Source.CreateCommand("SELECT count(*) FROM orders");
            return await command.ExecuteScalarAsync();
        }
        finally
        {
            await Source.DisposeAsync(); // expect: unsafe-pool error
        }
    }
}
