using System.IO;
using Amazon.Lambda.Core;

namespace Audits;

public class AuditFunction
{
    private readonly AuditLog _log = new(new StreamWriter(Stream.Null));

    public int FunctionHandler(string action, ILambdaContext context)
    {
        _log.Write("action");
        _log.WriteGuarded("action");
        return action.Length;
    }
}

public class AuditLog(TextWriter writer)
{
    private readonly TextWriter _guarded = TextWriter.Synchronized(writer);

    public void Write(string line) => writer.WriteLine(line); // expect: unsafe-shared-object error

    public void WriteGuarded(string line) => _guarded.WriteLine(line); // fixed: each call holds the writer's lock
}
