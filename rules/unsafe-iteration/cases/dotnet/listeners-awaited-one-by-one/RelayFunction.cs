using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Relay;

public class RelayFunction
{
    private static readonly List<string> Targets = new() { "https://a.example.com" };
    private static volatile ImmutableList<string> mirrors = ImmutableList.Create("https://b.example.com");

    public async Task<int> FunctionHandler(string input, ILambdaContext context)
    {
        if (input.Length > 100)
        {
            Targets.Add("https://overflow.example.com"); // expect: unsafe-iteration error
            Targets.RemoveAt(0);
        }
        var sent = 0;
        foreach (var target in Targets)
        {
            await Task.Delay(10);
            sent += target.Length;
        }
        foreach (var mirror in mirrors) // safe: the list that is gone through never changes
        {
            sent += mirror.Length;
        }
        return sent;
    }
}
