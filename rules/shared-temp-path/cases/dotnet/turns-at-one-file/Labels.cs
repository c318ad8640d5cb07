using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Labels;

public class LabelPrinter
{
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private const string Page = "/tmp/label.txt";

    // safe: whoever has the turn writes the file and reads what it has written.
    public async Task<string> InTurns(string address)
    {
        await Turn.WaitAsync();
        try
        {
            await File.WriteAllTextAsync(Page, address);
            return await File.ReadAllTextAsync(Page);
        }
        finally
        {
            Turn.Release();
        }
    }

    public string Print(string address)
    {
        var own = new object();
        lock (own)
        {
            File.WriteAllText("/tmp/printed.txt", address); // expect: shared-temp-path error
            return File.ReadAllText("/tmp/printed.txt");
        }
    }

    // fixed: a file of its own needs no lock.
    public string PrintFixed(string address)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, address);
            return File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
