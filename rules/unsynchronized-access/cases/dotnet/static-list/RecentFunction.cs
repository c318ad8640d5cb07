using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Recent;

public class RecentFunction
{
    public int FunctionHandler(string input, ILambdaContext context)
    {
        RecentLines.Add("order accepted");
        return RecentLines.Count;
    }
}

internal static class RecentLines
{
    private static readonly List<string> Lines = new();

    public static int Count => Lines.Count;

    public static void Add(string line)
    {
        Lines.Add(line); // expect: unsynchronized-access error
        if (Lines.Count > 50) Lines.RemoveAt(0);
    }
}
