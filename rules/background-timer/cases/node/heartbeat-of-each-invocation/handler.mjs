// entry: handler
import { work } from './work.mjs';

export const handler = async (event) => {
  setInterval(() => console.info('still at', event.id), 1_000); // expect: background-timer warning
  return await work(event);
};
