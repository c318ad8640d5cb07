using System;
using System.Diagnostics;

namespace Conversion;

public class Converter
{
    public int Run(string file)
    {
        using var child = Process.Start("/opt/convert", file);
        if (!child.WaitForExit(10_000)) child.Kill(); // safe: the child's process
        return child.ExitCode;
    }

    public void StopWhenFull(long bytes)
    {
        if (bytes > 900_000_000) Process.GetCurrentProcess().Kill(); // expect: process-exit error
    }

    // fixed: this invocation fails, and nobody else
    public void RefuseWhenFull(long bytes)
    {
        if (bytes > 900_000_000) throw new InvalidOperationException("no memory left");
    }
}
