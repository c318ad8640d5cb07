using System;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public interface ISession
{
    void Begin(string user);
    Task<string> Finish();
}

public class Session : ISession
{
    private string _user;

    public void Begin(string user)
    {
        _user = user; // expect: request-state-leak error
    }

    public async Task<string> Finish()
    {
        await Task.Delay(1);
        return _user;
    }
}

public class Draft
{
    public string Text; // safe: the scope of the invocation makes one
}

public class Function
{
    private readonly IServiceProvider _provider;

    public Function()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ISession, Session>();
        services.AddScoped<Draft>();
        _provider = services.BuildServiceProvider();
    }

    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        var session = _provider.GetRequiredService<ISession>();
        session.Begin(input);
        return await session.Finish();
    }

    public async Task<string> ScopedHandler(string input, ILambdaContext context)
    {
        using var scope = _provider.CreateScope(); // fixed: what the scope makes belongs to the invocation
        var draft = scope.ServiceProvider.GetRequiredService<Draft>();
        draft.Text = input;
        await Task.Delay(1);
        return draft.Text;
    }
}
