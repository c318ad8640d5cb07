using System;

namespace Audits;

public static class Trail
{
    public static Action<string> Write = _ => { };
}

public class Checks
{
    public void Run(Action<string> sink)
    {
        Trail.Write("checked");
        sink("done");
    }
}
