using System.Text;
using Amazon.Lambda.Core;

namespace Reports;

public class ReportFunction
{
    public int FunctionHandler(string format, ILambdaContext context)
    {
        if (format == "xls")
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // safe: it adds encodings, and those that are there stay
        }
        return Encoding.UTF8.GetByteCount(format);
    }
}
