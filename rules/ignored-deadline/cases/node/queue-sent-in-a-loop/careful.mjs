import { forward } from './forward.mjs';

export const handler = async (event, context) => {
  const failed = [];
  for (const record of event.Records) {
    if (context.getRemainingTimeInMillis() < 5000) failed.push({ itemIdentifier: record.messageId }); // fixed: what is left comes again
    else await forward(record.body);
  }
  return { batchItemFailures: failed };
};
