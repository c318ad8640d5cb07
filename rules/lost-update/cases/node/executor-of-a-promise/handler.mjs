import { once } from 'node:events';
import { createReadStream } from 'node:fs';

let issued = 0;
let finished = 0;
let opened = 0;

// entry: issue
export const issue = async () => {
  const number = issued;
  await new Promise((resolve) => {
    issued = number + 1; // safe: the executor runs at once
    setTimeout(resolve, 10);
  });
  return number;
};

// entry: finish
export const finish = async () => {
  const before = finished;
  await new Promise((resolve) => {
    setTimeout(() => {
      finished = before + 1; // expect: lost-update error
      resolve();
    }, 5);
  });
  return before;
};

// entry: open
export const open = async () => {
  const before = opened;
  await once(createReadStream('/opt/data.txt'), 'open');
  opened = before + 1; // expect: lost-update error
};
