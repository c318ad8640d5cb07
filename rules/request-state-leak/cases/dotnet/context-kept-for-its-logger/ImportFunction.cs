using Amazon.Lambda.Core;

namespace Imports;

public record ImportRequest(string File);

public class ImportFunction
{
    public string FunctionHandler(ImportRequest request, ILambdaContext context)
    {
        Journal.Start(context);
        Journal.Write($"import of {request.File}");
        return Journal.Invocation();
    }
}
