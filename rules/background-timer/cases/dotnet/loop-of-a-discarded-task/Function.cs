using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private readonly Outbox _outbox = new();

    public Function()
    {
        _ = Task.Run(SendForeverAsync);
    }

    public int FunctionHandler(string order, ILambdaContext context) => _outbox.Add(order);

    public async Task<int> Patient(string order, ILambdaContext context)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (await _outbox.TrySendAsync()) break;
            await Task.Delay(100); // safe: the invocation waits
        }
        return 0;
    }

    private async Task SendForeverAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (await timer.WaitForNextTickAsync()) // expect: background-timer note
        {
            await _outbox.TrySendAsync();
        }
    }
}
