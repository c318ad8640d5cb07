using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Npgsql;

namespace Shop;

public class Function
{
    private static readonly string Orders = "Host=" + Environment.GetEnvironmentVariable("DATABASE_HOST") + ";Database=orders;Maximum Pool Size=4;Timeout=5";

    public async Task<string> FunctionHandler(string order, ILambdaContext context)
    {
        await using var orders = new NpgsqlConnection(Orders); // expect: pool-size warning
        await orders.OpenAsync();
        // fixed: one for each invocation of a vCPU
        await using var prices = new NpgsqlConnection("Host=prices;Database=prices;Maximum Pool Size=32");
        await prices.OpenAsync();
        // safe: a hundred when nothing says how many
        await using var looks = new NpgsqlConnection("Host=looks;Database=looks");
        await looks.OpenAsync();
        // safe: nobody knows what it says
        await using var stock = new NpgsqlConnection(Environment.GetEnvironmentVariable("STOCK"));
        await stock.OpenAsync();
        return order;
    }
}
