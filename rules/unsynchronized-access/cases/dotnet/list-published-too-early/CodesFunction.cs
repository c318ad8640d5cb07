using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Codes;

public class CodesFunction
{
    private static volatile List<string> _early = new();
    private static volatile List<string> _whole = new();

    public int FunctionHandler(string input, ILambdaContext context)
    {
        _early = new List<string>();
        _early.Add("DE"); // expect: unsynchronized-access error
        _early.Add("FR");
        var fresh = new List<string> { "DE", "FR" };
        _whole = fresh; // fixed: published when nothing is added any more
        return _early.Count + _whole.Count; // safe: `_whole` is read as somebody has left it
    }
}
