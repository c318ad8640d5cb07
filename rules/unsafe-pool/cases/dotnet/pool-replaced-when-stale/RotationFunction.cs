using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Npgsql;

namespace Rotation;

public class RotationFunction
{
    private static readonly string Settings = Environment.GetEnvironmentVariable("DATABASE") ?? "";
    private NpgsqlDataSource _orders = NpgsqlDataSource.Create(Settings);
    private readonly NpgsqlDataSource _archive = NpgsqlDataSource.Create(Settings);

    public async Task<bool> FunctionHandler(string action, ILambdaContext context)
    {
        if (action == "rotate")
        {
            await _orders.DisposeAsync(); // expect: unsafe-pool error
            _orders = NpgsqlDataSource.Create(Settings);
        }
        await using var first = await _orders.OpenConnectionAsync();
        await using var second = await _archive.OpenConnectionAsync(); // safe: connections, not pools, are disposed
        return first.FullState == second.FullState;
    }
}
