using System;
using Amazon.Lambda.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public class Function
{
    private readonly IServiceProvider _provider;

    public Function()
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<ILedger, Ledger>("day");
        services.AddSingleton<Totals>();
        _provider = services.BuildServiceProvider();
    }

    public string FunctionHandler(string customer, ILambdaContext context)
    {
        var job = ActivatorUtilities.CreateInstance<Job>(_provider, customer);
        var ledger = _provider.GetRequiredKeyedService<ILedger>("day");
        ledger.Open(customer);
        return job.Run() + ledger.Close();
    }
}
