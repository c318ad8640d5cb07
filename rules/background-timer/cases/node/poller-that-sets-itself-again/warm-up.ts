import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until the endpoint answers; the module is loaded when it has. */
export async function open(): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const answer = await fetch(process.env.ENDPOINT ?? '').catch(() => undefined); // expect: init-side-effect note
    if (answer?.ok) return;
    await sleep(200 * attempt); // safe: it is waited for while the module is loaded
  }
}

// safe: it runs once
setTimeout(() => console.info('warm for a minute'), 60_000);
