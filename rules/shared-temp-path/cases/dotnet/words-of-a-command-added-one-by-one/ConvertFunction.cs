using System.Diagnostics;
using System.IO;
using Amazon.Lambda.Core;

namespace Videos;

public class ConvertFunction
{
    public long FunctionHandler(string video, ILambdaContext context) => Run(video) + Fixed(video) + Probe(video);

    private static long Run(string video)
    {
        var start = new ProcessStartInfo("ffmpeg");
        start.ArgumentList.Add("-i");
        start.ArgumentList.Add(video);
        start.ArgumentList.Add("/tmp/out.mp4");
        using var process = Process.Start(start); // expect: shared-temp-path error
        process!.WaitForExit();
        return new FileInfo("/tmp/out.mp4").Length;
    }

    private static long Fixed(string video)
    {
        var target = Path.GetTempFileName(); // fixed: the system gives a name
        try
        {
            var start = new ProcessStartInfo("ffmpeg");
            start.ArgumentList.Add("-i");
            start.ArgumentList.Add(video);
            start.ArgumentList.Add(target);
            using var process = Process.Start(start); // safe: nobody else has the name
            process!.WaitForExit();
            return new FileInfo(target).Length;
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static int Probe(string video)
    {
        var start = new ProcessStartInfo("ffprobe");
        start.ArgumentList.Add("-show_format");
        start.ArgumentList.Add(video);
        using var process = Process.Start(start); // safe: no file is written
        process!.WaitForExit();
        return process.ExitCode;
    }
}
