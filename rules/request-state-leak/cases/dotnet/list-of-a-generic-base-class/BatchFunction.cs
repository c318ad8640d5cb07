using System.Collections.Generic;
using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;

namespace Batch;

public abstract class BatchFunction<TMessage>
{
    private List<string> _failed = new();

    public async Task<int> FunctionHandler(SQSEvent batch, ILambdaContext context)
    {
        _failed = new List<string>(); // expect: request-state-leak error
        foreach (var record in batch.Records)
        {
            if (!await ProcessAsync(record.Body)) Fail(record.MessageId);
        }
        return _failed.Count;
    }

    private void Fail(string id) => _failed.Add(id);

    protected abstract Task<bool> ProcessAsync(string body);
}
