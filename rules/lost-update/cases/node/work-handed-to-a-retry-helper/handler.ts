import { withRetry } from './retry';

let sent = 0;
let tried = 0;
let rounds = 0;

// entry: send
export const send = async (): Promise<void> => {
  const before = sent;
  await withRetry(async () => {
    tried += 1; // safe: one turn
    await fetch('https://example.com');
    sent = before + 1; // expect: lost-update error
  });
};

// entry: visit
export const visit = async (event: { ids: string[] }): Promise<void> => {
  let mine = rounds;
  for (const id of event.ids) {
    await fetch(`https://example.com/${id}`);
    mine += 1;
  }
  rounds = mine; // expect: lost-update error
};
