import { Logger } from '@aws-lambda-powertools/logger';

const loggers = [new Logger(), new Logger({ serviceName: 'audit' })];
const histories = { orders: [], refunds: [] };

// entry: handler
export const handler = async (event) => {
  loggers.forEach((logger) => logger.appendKeys({ id: event.id })); // safe: the list stays as long as it is
  return event.id;
};

// entry: remember
export const remember = async (event) => {
  histories.orders.push(event.id); // expect: shared-cache warning
  return event.id;
};
