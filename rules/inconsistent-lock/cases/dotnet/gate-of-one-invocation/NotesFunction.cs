using System.Collections.Generic;
using Amazon.Lambda.Core;

namespace Notes;

public class NotesFunction
{
    private static readonly List<string> Notes = new();
    private static readonly List<string> Kept = new();
    private static readonly object Gate = new();

    public int FunctionHandler(string input, ILambdaContext context)
    {
        var gate = new object();
        lock (gate)
        {
            // Each invocation locks an object of its own: nobody waits for anybody.
            Notes.Add("note"); // expect: inconsistent-lock error
        }
        lock (Gate)
        {
            Kept.Add("note"); // fixed: one gate for all invocations
            if (Kept.Count > 100) Kept.RemoveAt(0);
        }
        return Notes.Count;
    }
}
