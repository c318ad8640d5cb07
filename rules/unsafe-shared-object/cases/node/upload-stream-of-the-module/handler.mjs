import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const lines = new PassThrough();

async function record(stream, text) {
  stream.write(`${text}\n`); // expect: unsafe-shared-object error
  await sleep(5);
  stream.write('--\n');
}

// entry: log
export const log = async (event) => record(lines, event.text);

// entry: logAlone
export const logAlone = async (event) => {
  const own = new PassThrough();
  own.write(event.text); // safe: a stream of the invocation
  await sleep(5);
  own.end('--\n');
};
