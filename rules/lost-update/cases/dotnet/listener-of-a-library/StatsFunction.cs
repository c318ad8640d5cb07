using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Vendor.Driver;

namespace Stats;

public class StatsFunction
{
    private long _commands;
    private long _failures;
    private readonly DriverClient _client;

    public StatsFunction()
    {
        var settings = new DriverSettings();
        settings.OnCommand = Count;
        settings.OnFailure = _ => Interlocked.Increment(ref _failures); // safe: one atomic step
        _client = new DriverClient(settings);
    }

    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        await _client.PingAsync();
        return $"{Interlocked.Read(ref _commands)} {Interlocked.Read(ref _failures)}";
    }

    private void Count(CommandEvent e)
    {
        _commands++; // expect: lost-update error
    }
}
