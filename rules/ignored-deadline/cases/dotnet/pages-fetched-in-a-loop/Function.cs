using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public class Function
{
    private static readonly HttpClient Client = new();

    public async Task<int> FunctionHandler(List<string> pages, ILambdaContext context)
    {
        var size = 0;
        foreach (var page in pages)
        {
            size += (await Client.GetStringAsync(page)).Length; // expect: ignored-deadline note
        }

        return size;
    }

    public async Task<int> InTime(List<string> pages, ILambdaContext context)
    {
        using var limit = new CancellationTokenSource(context.RemainingTime - TimeSpan.FromSeconds(5));
        var size = 0;
        foreach (var page in pages)
        {
            size += (await Client.GetStringAsync(page, limit.Token)).Length; // fixed: the calls end in time
        }

        return size;
    }

    public async Task<int> One(string page, ILambdaContext context)
    {
        return (await Client.GetStringAsync(page)).Length; // safe: one call
    }
}
