using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Shop;

public class Function
{
    private readonly IConfiguration settings = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build();

    public async Task<string> FunctionHandler(string order, ILambdaContext context)
    {
        // fixed: where and how many the settings say
        await using var connection = new NpgsqlConnection(settings.GetConnectionString("Prices"));
        await connection.OpenAsync();
        // safe: what the settings lack is a hundred
        await using var looks = new NpgsqlConnection(settings.GetConnectionString("Looks"));
        await looks.OpenAsync();
        return order;
    }
}
