import { giveUp } from './failure.mjs';

if (!process.env.TABLE) process.exit(2); // safe: nothing is served yet when the module is loaded

export const handler = async (event) => {
  if (!event.order) giveUp('no order');
  return { order: event.order };
};

// fixed: the runtime answers the caller
export const careful = async (event) => {
  if (!event.order) throw new Error('no order');
  return { order: event.order };
};
