// entry: handler
import { readFlags } from './flags.mjs';

let flags;
let readAt = 0;

export const handler = async (event) => {
  // fixed: whoever uses them looks how old they are
  if (Date.now() - readAt > 60_000) {
    readAt = Date.now();
    flags = readFlags();
  }
  const { beta } = await flags;
  return { id: event.id, beta };
};
