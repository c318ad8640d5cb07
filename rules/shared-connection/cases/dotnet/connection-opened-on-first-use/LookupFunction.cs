using System;
using System.Data.Common;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Dapper;
using Npgsql;

namespace Lookups;

public class LookupFunction
{
    private readonly Lookup _lookup = new();

    public async Task<int> FunctionHandler(string code, ILambdaContext context) => await _lookup.CountAsync(code) + await _lookup.CountAloneAsync(code);
}

public class Lookup
{
    private static readonly string Settings = Environment.GetEnvironmentVariable("DATABASE") ?? "";
    private static readonly NpgsqlConnection Shared = new(Settings);

    public Task<int> CountAsync(string code) =>
        Shared.ExecuteScalarAsync<int>("SELECT count(*) FROM article WHERE code = @code", new { code }); // expect: shared-connection error

    public async Task<int> CountAloneAsync(string code)
    {
        await using DbConnection own = new NpgsqlConnection(Settings); // fixed: opened for this invocation, and the driver pools what is behind it
        return await own.ExecuteScalarAsync<int>("SELECT count(*) FROM article WHERE code = @code", new { code }); // safe: nobody else has it
    }
}
