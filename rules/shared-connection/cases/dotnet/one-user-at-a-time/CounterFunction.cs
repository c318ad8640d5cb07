using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Npgsql;

namespace Counters;

public class CounterFunction
{
    private readonly NpgsqlConnection _connection = new(Environment.GetEnvironmentVariable("DATABASE") ?? "");
    private readonly SemaphoreSlim _turn = new(1, 1);

    public CounterFunction() => _connection.Open();

    public async Task<int> FunctionHandler(string input, ILambdaContext context)
    {
        await _turn.WaitAsync();
        try
        {
            await using var command = new NpgsqlCommand("UPDATE counter SET value = value + 1", _connection);
            // safe: the semaphore lets one invocation have the connection
            return await command.ExecuteNonQueryAsync(); // expect: lock-across-io warning
        }
        finally
        {
            _turn.Release();
        }
    }
}
