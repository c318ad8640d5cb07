using System.Diagnostics;
using System.IO;
using Amazon.Lambda.Core;

namespace Thumbnails;

public class ThumbnailFunction
{
    private readonly Painter _painter = new();

    public long FunctionHandler(string picture, ILambdaContext context) => Draw(picture) + _painter.Draw(picture);

    private static long Draw(string picture)
    {
        var target = Path.GetTempFileName(); // expect: temp-file-growth note
        Process.Start("convert", $"{picture} -resize 200 {target}").WaitForExit();
        return new FileInfo(target).Length;
    }
}
