import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fill = async (folder, rows) => {
  await writeFile(join(folder, 'rows.csv'), rows.join(',')); // safe: the caller removes the folder with all that is in it
  return folder;
};

export const handler = async (event) => {
  const folder = await mkdtemp(join(tmpdir(), 'rows-'));
  try {
    await fill(folder, event.rows);
  } finally {
    await rm(folder, { recursive: true });
  }
};
