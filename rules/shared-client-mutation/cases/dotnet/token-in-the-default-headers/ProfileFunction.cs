using System.Threading.Tasks;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Profiles;

public class ProfileFunction
{
    private readonly ProfileApi _api = new();

    public async Task<APIGatewayProxyResponse> FunctionHandler(APIGatewayProxyRequest request, ILambdaContext context)
    {
        var profile = await _api.Load(request.Headers["Authorization"], request.PathParameters["id"]);
        return new APIGatewayProxyResponse { StatusCode = 200, Body = profile };
    }
}
