import { Logger } from '@aws-lambda-powertools/logger';
import { setTimeout as sleep } from 'node:timers/promises';

const logger = new Logger({ serviceName: 'orders' });

export const handler = async (event: { customer: string }) => {
  logger.appendPersistentKeys({ customer: event.customer }); // expect: request-state-leak error
  await sleep(10);
  logger.info('order accepted');
  return { accepted: true };
};
