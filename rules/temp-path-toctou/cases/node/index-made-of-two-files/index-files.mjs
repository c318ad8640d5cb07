import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const fill = async (folder) => {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'words.json'), JSON.stringify({ tea: 0, coffee: 1 })); // expect: temp-path-toctou error
  await writeFile(path.join(folder, 'places.json'), JSON.stringify([12, 40])); // expect: temp-path-toctou error
};

export const ensureIndex = async (folder = '/tmp/index') => {
  // expect: event-loop-block note
  if (!existsSync(folder)) await fill(folder);
  return folder;
};

export const ensureWhole = async (folder = '/tmp/index-whole') => {
  // expect: event-loop-block note
  if (existsSync(folder)) return folder; // safe: the name appears only when everything is in it
  const part = `/tmp/${randomUUID()}`;
  await fill(part);
  await rename(part, folder).catch(() => undefined); // fixed: renamed into place
  return folder;
};
