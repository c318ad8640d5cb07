import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set();
const handled = new Set();

async function publish(job) {
  await sleep(10);
  return job;
}

// entry: runOnce
export const runOnce = async () => {
  if (handled.has('nightly')) return 'skipped';
  await publish('nightly');
  handled.add('nightly'); // expect: lost-update error
  return 'done';
};

// entry: runAlone
export const runAlone = async () => {
  if (running.has('nightly')) return 'skipped';
  running.add('nightly'); // safe: checked and added in one turn
  try {
    return await publish('nightly');
  } finally {
    running.delete('nightly');
  }
};
