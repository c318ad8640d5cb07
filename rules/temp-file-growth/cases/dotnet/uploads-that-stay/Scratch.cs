using System.IO;
using System.Threading.Tasks;

namespace Uploads;

public class Scratch
{
    public async Task<long> Measure(string body)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, body); // fixed: deleted on every way out
            return new FileInfo(file).Length;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static string Describe(string body)
    {
        var name = Path.GetRandomFileName();
        return $"{name}: {body.Length}"; // safe: a name only, no file has it
    }
}
