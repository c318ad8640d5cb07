import { createReadStream } from 'node:fs';
import { PassThrough, pipeline } from 'node:stream';

const totals = { imported: 0, copies: 0, chunks: 0 };

export const importFile = (path: string): Promise<number> => new Promise((resolve, reject) => {
  const before = totals.imported;
  let size = 0;
  const stream = createReadStream(path);
  stream.on('data', (chunk) => {
    size += chunk.length; // safe: a variable of the invocation
    totals.chunks += 1; // safe: one turn
  });
  stream.on('end', () => {
    totals.imported = before + size; // expect: lost-update error
    resolve(totals.chunks);
  });
  stream.on('error', reject);
});

export const copyFile = (path: string): Promise<void> => new Promise((resolve, reject) => {
  const before = totals.copies;
  pipeline(createReadStream(path), new PassThrough(), (error) => {
    if (error) return reject(error);
    totals.copies = before + 1; // expect: lost-update error
    resolve();
  });
});
