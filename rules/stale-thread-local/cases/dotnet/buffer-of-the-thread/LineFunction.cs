using System;
using System.Text;
using System.Threading;
using Amazon.Lambda.Core;

namespace Lines;

public record LineRequest(string Text);

public class LineFunction
{
    [ThreadStatic]
    private static StringBuilder? _line;

    private static readonly ThreadLocal<Random> Dice = new(() => new Random());

    public string FunctionHandler(LineRequest request, ILambdaContext context)
    {
        var line = _line ??= new StringBuilder();
        line.Clear();
        line.Append(request.Text); // safe: emptied before each use, and every thread has its own
        return $"{line} {Dice.Value!.Next(6)}"; // safe: one generator for each thread
    }
}
