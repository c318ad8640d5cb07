import { setTimeout as sleep } from 'node:timers/promises';
import { format, settings } from './locale.js';

export const handler = async (event: { locale: string; amount: number }) => {
  const before = settings.locale;
  // Putting the old value back makes it worse: it may be the value of another invocation.
  settings.locale = event.locale; // expect: request-state-leak error
  try {
    await sleep(10);
    return format(event.amount);
  } finally {
    settings.locale = before;
  }
};
