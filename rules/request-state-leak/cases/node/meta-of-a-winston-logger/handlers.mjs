import { common, logger } from './log.mjs';

// entry: store
export const store = async (event) => {
  logger.defaultMeta = { order: event.id }; // expect: request-state-leak error
  await fetch(event.url, { method: 'PUT' });
  logger.info('stored');
};

// entry: storeFixed
export const storeFixed = async (event) => {
  const own = common.child({ order: event.id }); // fixed: a logger for this invocation
  await fetch(event.url, { method: 'PUT' });
  own.info('stored');
};
