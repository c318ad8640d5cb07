using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

public record PlaceOrder(string Customer) : IRequest<string>;

public record CancelOrder(string Customer) : IRequest<string>;

public class Desk
{
    public string Customer;
}

public class PlaceOrderHandler : IRequestHandler<PlaceOrder, string>
{
    private readonly Desk _desk;
    private string _last;

    public PlaceOrderHandler(Desk desk)
    {
        _desk = desk;
    }

    public async Task<string> Handle(PlaceOrder message, CancellationToken token)
    {
        _last = message.Customer; // safe: a handler is made for each message
        _desk.Customer = message.Customer; // expect: request-state-leak error
        await Task.Delay(1, token);
        return _desk.Customer + _last;
    }
}

public class CancelOrderHandler : IRequestHandler<CancelOrder, string>
{
    public Task<string> Handle(CancelOrder message, CancellationToken token) => Task.FromResult(message.Customer); // fixed: kept nowhere
}

public class Function
{
    private readonly IMediator _mediator;

    public Function()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Desk>();
        services.AddMediatR(options => options.RegisterServicesFromAssembly(typeof(Function).Assembly));
        _mediator = services.BuildServiceProvider().GetRequiredService<IMediator>();
    }

    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        await _mediator.Send(new CancelOrder(input));
        return await _mediator.Send(new PlaceOrder(input));
    }
}
