using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);
builder.Services.AddSingleton<Visits>();
var app = builder.Build();
var last = "";

app.MapGet("/visits/{name}", async (string name, Visits visits) =>
{
    last = name; // expect: request-state-leak error
    visits.Begin(name);
    await Task.Delay(5);
    return last + visits.Current;
});

app.MapGet("/greetings/{name}", async (string name) =>
{
    var greeting = "Hello " + name; // fixed: a local of the request
    await Task.Delay(5);
    return greeting; // safe: nobody else has seen it
});

app.Run();

public class Visits
{
    public string Current { get; private set; } = "";

    public void Begin(string name)
    {
        Current = name; // expect: request-state-leak error
    }
}
