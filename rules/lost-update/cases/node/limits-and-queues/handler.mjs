import pLimit from 'p-limit';
import PQueue from 'p-queue';
import { rated } from './rates.mjs';

const one = pLimit(1);
const five = pLimit(5);
const inTurn = new PQueue({ concurrency: 1 });
const sideBySide = new PQueue({ concurrency: 10 });
const totals = { limited: 0, wide: 0, queued: 0, parallel: 0 };

export const handler = async (event) => {
  await one(async () => {
    const before = totals.limited;
    totals.limited = before + (await rated(event.amount)); // safe: one at a time
  });
  await five(async () => {
    const before = totals.wide;
    totals.wide = before + (await rated(event.amount)); // expect: lost-update error
  });
  await inTurn.add(async () => {
    const before = totals.queued;
    totals.queued = before + (await rated(event.amount)); // safe: one at a time
  });
  await sideBySide.add(async () => {
    const before = totals.parallel;
    totals.parallel = before + (await rated(event.amount)); // expect: lost-update error
  });
};
