using System.IO;
using Amazon.Lambda.Core;

namespace Clean;

public class WorkFunction
{
    public string FunctionHandler(string body, ILambdaContext context)
    {
        Workspace.Reset("/tmp/work");
        File.WriteAllText($"/tmp/work/{context.AwsRequestId}.json", body);
        return "done";
    }
}

internal static class Workspace
{
    public static void Reset(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, true); // expect: temp-directory-sweep error
        Directory.CreateDirectory(folder);
    }
}
