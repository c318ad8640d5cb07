import { setTimeout as sleep } from 'node:timers/promises';

let requestId = 'none';

const log = (line) => `${requestId} ${line}`;

export const handler = async (event, context) => {
  requestId = context.awsRequestId; // expect: request-state-leak error
  const lines = await Promise.all(event.items.map(async (item) => {
    await sleep(5);
    return log(item);
  }));
  return lines;
};
