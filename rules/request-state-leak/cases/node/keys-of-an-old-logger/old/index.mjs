import { logger, store } from './work.mjs';

export const handler = async (event) => {
  logger.appendKeys({ order: event.order }); // expect: request-state-leak error
  await store(event);
  logger.info('stored');
};
