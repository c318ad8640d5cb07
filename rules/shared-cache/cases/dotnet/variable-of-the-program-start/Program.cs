using System.Collections.Concurrent;
using System.Collections.Generic;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Prices;

var rates = new Dictionary<string, decimal>();
rates["EUR"] = 1m; // safe: before the first invocation
Defaults.Fill(rates);
var quotes = new Dictionary<string, decimal>();
var counts = new ConcurrentDictionary<string, int>();

var handler = (string currency, ILambdaContext context) =>
{
    quotes[currency] = rates["EUR"] * 2; // expect: shared-cache error
    var count = counts.AddOrUpdate("all", 1, (_, before) => before + 1); // fixed: a concurrent dictionary and its atomic operation
    return $"{quotes[currency]} {count}";
};

await LambdaBootstrapBuilder.Create(handler, new DefaultLambdaJsonSerializer()).Build().RunAsync();
