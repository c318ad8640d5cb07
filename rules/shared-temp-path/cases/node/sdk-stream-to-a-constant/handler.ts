import { readFileSync } from 'node:fs';
import { download } from './download.js';

export const handler = async (event: { key: string }) => {
  const file = await download(event.key);
  // expect: event-loop-block note
  return readFileSync(file).length; // safe: reported where it is written
};
