import { Logger } from '@aws-lambda-powertools/logger';
import { setTimeout } from 'node:timers/promises';

export const logger = new Logger({ serviceName: 'orders' });

export const store = async (order) => {
  await setTimeout(5);
  return order;
};
