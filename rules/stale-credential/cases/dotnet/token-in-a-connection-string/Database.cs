using System;
using Amazon;
using Amazon.RDS.Util;
using Npgsql;

namespace Shop;

public static class Database
{
    private static readonly string Host = Environment.GetEnvironmentVariable("DB_HOST")!;

    public static readonly string ConnectionString = $"Host={Host};Username=orders;Password={Token()};SSL Mode=Require"; // expect: stale-credential warning

    // fixed: the source asks for a token every ten minutes
    public static readonly NpgsqlDataSource Renewed = new NpgsqlDataSourceBuilder($"Host={Host};Username=orders")
        .UsePeriodicPasswordProvider((_, _) => new(Token()), TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(5))
        .Build();

    public static string Token() => RDSAuthTokenGenerator.GenerateAuthToken(RegionEndpoint.EUWest1, Host, 5432, "orders");
}
