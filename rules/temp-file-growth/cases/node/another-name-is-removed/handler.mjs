import { randomUUID } from 'node:crypto';
import { readFile, unlink, writeFile } from 'node:fs/promises';
import { scratch } from './scratch.mjs';

const nameOf = (id) => `/tmp/${id}.txt`;

export const handler = async (event) => {
  const draft = nameOf(randomUUID());
  await writeFile(draft, event.draft); // expect: temp-file-growth note
  const file = scratch();
  try {
    await writeFile(file.path, event.text); // fixed: removed on every way out, under the name it has
    return (await readFile(file.path, 'utf8')) + (await readFile(draft, 'utf8'));
  } finally {
    await file.remove();
    await unlink(nameOf(randomUUID())).catch(() => undefined); // safe: a name that nobody has
  }
};
