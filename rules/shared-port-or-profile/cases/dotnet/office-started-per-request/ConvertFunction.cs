using System.Diagnostics;
using System.IO;
using Amazon.Lambda.Core;

namespace Documents;

public class ConvertFunction
{
    public string FunctionHandler(string path, ILambdaContext context)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Office.Convert(path, folder);
            Office.ConvertApart(path, folder);
            return string.Join(",", Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}

public static class Office
{
    private const string Profile = "-env:UserInstallation=file:///tmp/office";

    public static void Convert(string path, string folder)
    {
        Process.Start("soffice", $"{Profile} --headless --convert-to pdf --outdir {folder} {path}").WaitForExit(); // expect: shared-port-or-profile warning
    }

    public static void ConvertApart(string path, string folder)
    {
        var profile = $"-env:UserInstallation=file://{folder}/profile";
        Process.Start("soffice", $"{profile} --headless --convert-to pdf --outdir {folder} {path}").WaitForExit(); // fixed: a profile of the invocation's own
        Process.Start("pdfinfo", $"{folder}/out.pdf").WaitForExit(); // safe: keeps no profile
    }
}
