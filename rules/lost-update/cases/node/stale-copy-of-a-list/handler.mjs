import { setTimeout as sleep } from 'node:timers/promises';

let pending = [];
const accepted = [];

// entry: enqueue
export async function enqueue(event) {
  const copy = pending;
  await sleep(10);
  pending = [...copy, 'job']; // expect: lost-update error
  return pending.length;
}

// entry: accept
export async function accept(event) {
  await sleep(10);
  accepted.push('job'); // safe: one call changes the list in place
  return accepted.splice(0, 10);
}
