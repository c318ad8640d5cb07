using System.Threading.Tasks;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;

namespace Batches;

public class BatchFunction
{
    // entry: BatchFunction::ByAttribute
    [BatchProcessor(RecordHandler = typeof(ReceiptHandler))]
    public BatchItemFailuresResponse ByAttribute(SQSEvent batch)
    {
        return SqsBatchProcessor.Result.BatchItemFailuresResponse; // expect: request-state-leak error
    }

    // entry: BatchFunction::ByCall
    public async Task<BatchItemFailuresResponse> ByCall(SQSEvent batch)
    {
        var result = await SqsBatchProcessor.Instance.ProcessAsync(batch, new ReceiptHandler());
        return result.BatchItemFailuresResponse; // fixed: the result of this batch
    }
}
