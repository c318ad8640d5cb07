using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Labels;

public record LabelRequest(string Name, string Street);

public class LabelFunction
{
    public async Task<string> FunctionHandler(LabelRequest request, ILambdaContext context)
    {
        var first = Builders.Give(Builders.Take().Append(request.Name));
        await Task.Delay(10);
        return first + Builders.Give(Builders.Take().Append(request.Street));
    }
}
