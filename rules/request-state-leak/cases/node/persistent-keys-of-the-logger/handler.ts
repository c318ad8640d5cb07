import { Logger } from '@aws-lambda-powertools/logger';
import { setTimeout as sleep } from 'node:timers/promises';

const logger = new Logger({ serviceName: 'orders' });

export const handler = async (event: { customer: string }) => {
  logger.appendPersistentKeys({ customer: event.customer }); // misses: request-state-leak error a call that changes the contents of a shared library object is no write of request state
  await sleep(10);
  logger.info('order accepted');
  return { accepted: true };
};
