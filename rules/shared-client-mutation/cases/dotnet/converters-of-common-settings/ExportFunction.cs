using Amazon.Lambda.Core;
using Newtonsoft.Json;

namespace Export;

public class ExportFunction
{
    public string FunctionHandler(Order order, ILambdaContext context) => new OrderWriter().Write(order, order.Currency);
}

public class Order
{
    public string Id { get; set; } = "";
    public string Currency { get; set; } = "";
}
