using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Shop;

public interface ITenant
{
    string Id { get; set; }
}

public abstract class Named
{
    public abstract string Name { get; }
}

public class Tenant : Named, ITenant
{
    public string Id { get; set; }
    public override string Name { get; } = "tenant"; // safe: never changes
}

public class Function
{
    private readonly ITenant _tenant = new Tenant();

    public async Task<string> FunctionHandler(string input, ILambdaContext context)
    {
        _tenant.Id = input; // expect: request-state-leak error
        await Task.Delay(1);
        return _tenant.Id;
    }

    public async Task<string> FixedHandler(string input, ILambdaContext context)
    {
        ITenant tenant = new Tenant { Id = input }; // fixed: made by the invocation
        await Task.Delay(1);
        return tenant.Id;
    }
}
