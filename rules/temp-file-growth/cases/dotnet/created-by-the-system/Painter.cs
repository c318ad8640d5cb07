using System.Diagnostics;
using System.IO;

namespace Thumbnails;

public class Painter
{
    public long Draw(string picture)
    {
        var folder = Directory.CreateTempSubdirectory("thumbnail"); // fixed: taken away with what is in it
        try
        {
            var target = Path.Combine(folder.FullName, "small.png");
            Process.Start("convert", $"{picture} -resize 200 {target}").WaitForExit();
            return new FileInfo(target).Length;
        }
        finally
        {
            folder.Delete(true); // safe: the invocation's own folder
        }
    }
}
