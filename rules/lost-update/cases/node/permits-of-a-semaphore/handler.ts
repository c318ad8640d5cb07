import { Mutex, Semaphore, tryAcquire, withTimeout } from 'async-mutex';
import { rated } from './rates';

const single = new Semaphore(1);
const three = new Semaphore(3);
const patient = withTimeout(new Mutex(), 100);
const busy = new Mutex();
const totals = { single: 0, three: 0, patient: 0, tried: 0 };

export const handler = async (event: { amount: number }): Promise<void> => {
  const [, release] = await single.acquire();
  try {
    const before = totals.single;
    totals.single = before + (await rated(event.amount)); // safe: one permit
  } finally {
    release();
  }
  await three.runExclusive(async () => {
    const before = totals.three;
    totals.three = before + (await rated(event.amount)); // expect: lost-update error
  });
  await patient.runExclusive(async () => {
    const before = totals.patient;
    totals.patient = before + (await rated(event.amount)); // safe: the same mutex, for which nobody waits for ever
  });
  await tryAcquire(busy).runExclusive(async () => {
    const before = totals.tried;
    totals.tried = before + (await rated(event.amount)); // safe: who does not get it at once does nothing
  });
};
