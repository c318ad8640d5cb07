using System;
using System.Threading.Tasks;
using Npgsql;

namespace Accounts;

public class AccountStore
{
    private static readonly string Settings = Environment.GetEnvironmentVariable("DATABASE") ?? "";
    private static readonly NpgsqlDataSource Source = NpgsqlDataSource.Create(Settings);
    private readonly NpgsqlConnection _connection = new(Settings);

    public AccountStore() => _connection.Open(); // safe: before the first invocation

    public async Task<int> CloseAsync(string id)
    {
        await using var transaction = await _connection.BeginTransactionAsync(); // expect: shared-connection error
        await using var command = new NpgsqlCommand("UPDATE account SET open = false WHERE id = @id", _connection, transaction);
        command.Parameters.AddWithValue("id", id);
        var changed = await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return changed;
    }

    public async Task<int> CloseAloneAsync(string id)
    {
        await using var connection = await Source.OpenConnectionAsync(); // fixed: a connection for each invocation
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("UPDATE account SET open = false WHERE id = @id", connection, transaction);
        command.Parameters.AddWithValue("id", id);
        var changed = await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return changed;
    }
}
