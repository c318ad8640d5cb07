using System.IO;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Export;

public class ExportFunction
{
    public async Task<long> FunctionHandler(string rows, ILambdaContext context) => await new CsvFile("orders").WriteAsync(rows);
}

public class CsvFile(string name)
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), name + ".csv");

    public async Task<long> WriteAsync(string rows)
    {
        await File.WriteAllTextAsync(_path, rows); // expect: shared-temp-path error
        return new FileInfo(_path).Length;
    }
}
