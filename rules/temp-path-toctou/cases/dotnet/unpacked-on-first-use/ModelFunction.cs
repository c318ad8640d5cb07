using System.IO;
using System.IO.Compression;
using Amazon.Lambda.Core;

namespace Model;

public class ModelFunction
{
    public string FunctionHandler(string input, ILambdaContext context) => ModelFiles.Ensure() + ModelFiles.EnsureWords();
}

public static class ModelFiles
{
    private const string Folder = "/tmp/model";
    private const string Words = "/tmp/words.txt";

    public static string Ensure()
    {
        if (!Directory.Exists(Folder))
        {
            ZipFile.ExtractToDirectory("/opt/model.zip", Folder); // expect: temp-path-toctou error
        }
        return Folder;
    }

    public static string EnsureWords()
    {
        if (!File.Exists(Words)) // safe: the name appears only when the file is complete
        {
            var part = Path.GetTempFileName();
            File.WriteAllText(part, "words");
            File.Move(part, Words, true); // fixed: renamed into place
        }
        return Words;
    }
}
