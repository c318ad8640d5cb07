using System;
using System.Diagnostics;
using Amazon.Lambda.Core;

namespace Conversion;

public class ConvertFunction
{
    private readonly Converter _converter = new();

    public int FunctionHandler(string file, ILambdaContext context)
    {
        _converter.StopWhenFull(GC.GetTotalMemory(false));
        return _converter.Run(file);
    }

    public long Careful(string file, ILambdaContext context)
    {
        var bytes = Process.GetCurrentProcess().WorkingSet64; // safe: only asks
        _converter.RefuseWhenFull(bytes);
        return bytes;
    }
}
