using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Intake;

public record Batch(List<string> Ids);

public class BatchResponse
{
    public List<string> Failed { get; set; } = new();
}

public class BatchFunction
{
    private readonly BatchResponse _response = new();

    // entry: BatchFunction::FunctionHandler
    public async Task<BatchResponse> FunctionHandler(Batch batch, ILambdaContext context)
    {
        var failed = await CheckAsync(batch);
        _response.Failed = failed; // expect: request-state-leak error
        return _response;
    }

    // entry: BatchFunction::Fixed
    public async Task<BatchResponse> Fixed(Batch batch, ILambdaContext context)
    {
        return new BatchResponse { Failed = await CheckAsync(batch) }; // fixed: a response of its own
    }

    private static async Task<List<string>> CheckAsync(Batch batch)
    {
        await Task.Delay(1);
        return batch.Ids.FindAll(id => id.Length == 0);
    }
}
