using System;
using System.IO;
using System.Threading.Tasks;

namespace Scripts;

public class ScriptHost
{
    static ScriptHost()
    {
        Environment.SetEnvironmentVariable("SCRIPT_HOME", "/opt/scripts"); // safe: before the first invocation
    }

    public async Task<string> RunIn(string directory, string script)
    {
        var output = new StringWriter { NewLine = script };
        Environment.CurrentDirectory = directory; // expect: process-global-mutation error
        Console.SetOut(output); // expect: process-global-mutation error
        await Task.Delay(10);
        return output.ToString();
    }

    public async Task RunInto(TextWriter output, string script)
    {
        await output.WriteLineAsync(script);
    }
}
