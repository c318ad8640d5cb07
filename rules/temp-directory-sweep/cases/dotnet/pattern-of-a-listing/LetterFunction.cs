using System.IO;
using System.Linq;
using Amazon.Lambda.Core;

namespace Letters;

public class LetterFunction
{
    public int FunctionHandler(string letter, ILambdaContext context)
    {
        Directory.GetFiles("/tmp", "*.html").ToList().ForEach(File.Delete); // expect: temp-directory-sweep error
        return Pages.Write(letter);
    }
}

public static class Pages
{
    public static int Write(string letter)
    {
        var folder = Directory.CreateTempSubdirectory("letter").FullName;
        File.WriteAllText(Path.Combine(folder, "page.html"), letter);
        var count = 0;
        foreach (var page in Directory.EnumerateFiles(folder, "*.html"))
        {
            File.Delete(page); // safe: below the invocation's own folder
            count++;
        }
        Directory.Delete(folder); // fixed: only what the invocation has made
        return count;
    }
}
