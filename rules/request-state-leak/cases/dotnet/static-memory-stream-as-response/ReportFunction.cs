using System.IO;
using System.Text;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Reports;

public class ReportFunction
{
    private static readonly MemoryStream Response = new();

    public async Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        using var reader = new StreamReader(input);
        var title = await reader.ReadToEndAsync();
        Response.SetLength(0);
        Response.Write(Encoding.UTF8.GetBytes(title)); // expect: request-state-leak error
        Response.Seek(0, SeekOrigin.Begin);
        return Response;
    }

    public async Task<Stream> FixedHandler(Stream input, ILambdaContext context)
    {
        using var reader = new StreamReader(input);
        var own = new MemoryStream(Encoding.UTF8.GetBytes(await reader.ReadToEndAsync())); // fixed: a stream for each response
        own.Seek(0, SeekOrigin.Begin); // safe: nobody else has it
        return own;
    }
}
