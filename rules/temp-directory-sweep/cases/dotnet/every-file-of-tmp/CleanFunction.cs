using System.IO;
using Amazon.Lambda.Core;

namespace Clean;

public class CleanFunction
{
    public int FunctionHandler(string page, ILambdaContext context)
    {
        foreach (var file in Directory.GetFiles("/tmp"))
        {
            File.Delete(file); // expect: temp-directory-sweep error
        }
        var own = Directory.CreateTempSubdirectory("pages");
        File.WriteAllText(Path.Combine(own.FullName, "page.html"), page); // safe: below a directory of its own
        Directory.Delete(own.FullName, true); // fixed: only what this invocation made
        return page.Length;
    }
}
