using System;
using System.Threading.Tasks;
using Amazon;
using Amazon.Lambda.Core;
using Amazon.RDS.Util;
using Npgsql;

namespace Shop;

public class Function
{
    private static readonly string Host = Environment.GetEnvironmentVariable("DB_HOST")!;
    private static readonly Lazy<string> Token = new(() => RDSAuthTokenGenerator.GenerateAuthToken(RegionEndpoint.EUWest1, Host, 5432, "orders")); // expect: stale-credential warning

    public async Task<long> FunctionHandler(string day, ILambdaContext context)
    {
        var password = Token.Value;
        await using var connection = new NpgsqlConnection($"Host={Host};Username=orders;Password={password}");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM orders", connection);
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
