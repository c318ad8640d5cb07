using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shop;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);
builder.Services.AddSingleton<Stock>();
builder.Services.AddHostedService<StockRefresher>(); // expect: background-timer note
builder.Services.AddHostedService<Migrations>(); // safe: it is done when the host has started
var app = builder.Build();
app.MapGet("/stock/{sku}", (string sku, Stock stock) => stock.Of(sku));
app.Run();
