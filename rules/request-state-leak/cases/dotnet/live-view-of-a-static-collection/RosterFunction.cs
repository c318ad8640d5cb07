using System.Collections.Generic;
using System.Linq;
using Amazon.Lambda.Core;

namespace Rosters;

public class RosterFunction
{
    private static readonly object Gate = new();
    private static readonly Dictionary<string, string> Present = new();
    private static readonly Dictionary<string, string> Desks = new() { ["front"] = "1" };

    public IEnumerable<string> FunctionHandler(string name, ILambdaContext context)
    {
        lock (Gate)
        {
            if (Present.Count > 100) Present.Clear();
            Present["last"] = name; // expect: request-state-leak error
            return Present.Values;
        }
    }

    public IEnumerable<string> DesksHandler(string name, ILambdaContext context)
    {
        return Desks.Keys.Append(name).ToArray(); // safe: nobody changes the desks; fixed: a copy
    }
}
