using System;
using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Geo;

public class GeoFunction
{
    private static readonly HttpClient Http = new();
    private static bool _prepared;

    public async Task<string> FunctionHandler(string place, ILambdaContext context)
    {
        Prepare();
        return await Http.GetStringAsync("/places/" + place);
    }

    private static void Prepare()
    {
        if (_prepared) return;
        _prepared = true; // expect: unsafe-lazy-init note
        Http.BaseAddress = new Uri("https://geo.example.com"); // expect: shared-client-mutation warning
    }
}
