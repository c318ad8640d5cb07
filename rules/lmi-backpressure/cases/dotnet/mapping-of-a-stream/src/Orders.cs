using Amazon.Lambda.Core;

namespace Shop;

public class Orders
{
    public string FunctionHandler(string order, ILambdaContext context) => order.Trim();
}
