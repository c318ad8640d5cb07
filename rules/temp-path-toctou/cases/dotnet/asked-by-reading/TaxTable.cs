using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

namespace Taxes;

public class TaxTable
{
    private static readonly HttpClient Http = new();
    private readonly string _path;

    public TaxTable(string path) => _path = path;

    public async Task<string> Read()
    {
        try
        {
            return await File.ReadAllTextAsync(_path);
        }
        catch (FileNotFoundException)
        {
            var table = await Http.GetStringAsync("https://taxes.example.com/table.json");
            await File.WriteAllTextAsync(_path, table); // expect: temp-path-toctou error
            return table;
        }
    }

    public async Task<string> ReadWhole()
    {
        try
        {
            return await File.ReadAllTextAsync(_path);
        }
        catch (FileNotFoundException) // safe: the name appears only when the file is complete
        {
            var table = await Http.GetStringAsync("https://taxes.example.com/table.json");
            var part = Path.GetTempFileName();
            await File.WriteAllTextAsync(part, table);
            File.Move(part, _path, true); // fixed: renamed into place
            return table;
        }
    }
}
