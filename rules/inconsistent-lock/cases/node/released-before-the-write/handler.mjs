import { Mutex } from 'async-mutex';

const mutex = new Mutex();
let issued = 0;
let drawn = 0;

async function check(number) {
  for (let divisor = 2; divisor < number; divisor++) {
    if (divisor % 1000 === 0) await Promise.resolve();
  }
}

// entry: issue
export const issue = async () => {
  let release = await mutex.acquire();
  const number = issued;
  release();
  await check(number);
  release = await mutex.acquire();
  issued = number + 1; // expect: inconsistent-lock error
  release();
  return number;
};

// entry: draw
export const draw = async () => {
  const release = await mutex.acquire();
  try {
    const number = drawn;
    await check(number);
    drawn = number + 1; // safe: held from the read to the write
    return number;
  } finally {
    release();
  }
};
