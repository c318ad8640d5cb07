using System;
using System.IO;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Scripts;

public class Job
{
    public string Script { get; set; } = "";
    public string Directory { get; set; } = "";
}

public class ScriptFunction
{
    private readonly ScriptHost host = new ScriptHost();

    // entry: ScriptFunction::Run
    public async Task<string> Run(Job job, ILambdaContext context)
    {
        return await host.RunIn(job.Directory, job.Script);
    }

    // entry: ScriptFunction::RunFixed
    public async Task<string> RunFixed(Job job, ILambdaContext context)
    {
        var output = new StringWriter();
        await host.RunInto(output, Path.Combine(job.Directory, job.Script)); // fixed: a writer and a full path of its own
        return output.ToString();
    }
}
