import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const createScratch = async (id, body) => {
  const kept = join(tmpdir(), `${id}.png`);
  await writeFile(kept, body); // expect: temp-file-growth note
  const checked = join(tmpdir(), `${randomUUID()}.sum`);
  try {
    await writeFile(checked, String(body.length)); // fixed: removed on every way out
  } finally {
    await rm(checked, { force: true });
  }
  return kept;
};
