using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Labels;

public class Function
{
    private readonly LabelPrinter printer = new();

    public string FunctionHandler(string address, ILambdaContext context) => printer.Print(address);
}

public class FunctionFixed
{
    private readonly LabelPrinter printer = new();

    public async Task<string> FunctionHandler(string address, ILambdaContext context)
    {
        var label = await printer.InTurns(address);
        return label + printer.PrintFixed(address);
    }
}
