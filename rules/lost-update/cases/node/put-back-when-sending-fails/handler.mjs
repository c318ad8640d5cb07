import { send } from './send.mjs';

let waiting = [];
let postponed = [];
let budget = 100;

// entry: flush
export const flush = async () => {
  waiting.push('job');
  const batch = waiting;
  waiting = []; // safe: taken out in one turn
  try {
    await send(batch);
  } catch {
    waiting = [...batch, ...waiting]; // safe: put back before what has come meanwhile
  }
};

// entry: postpone
export const postpone = async () => {
  const batch = postponed;
  try {
    await send(batch);
    postponed = [];
  } catch {
    // What has come meanwhile is not in it.
    postponed = [...batch, 'again']; // expect: lost-update error
  }
};

// entry: spend
export const spend = async () => {
  const share = budget / 10;
  await send([share]);
  budget = budget - share; // safe: taken from what is there now
  return budget;
};
