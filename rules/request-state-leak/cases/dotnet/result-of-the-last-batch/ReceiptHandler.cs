using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;

namespace Batches;

public class ReceiptHandler : ISqsRecordHandler
{
    public Task<RecordHandlerResult> HandleAsync(SQSEvent.SQSMessage record, CancellationToken token) => Task.FromResult(RecordHandlerResult.None);
}
