import { randomUUID } from 'node:crypto';
import { unlink } from 'node:fs/promises';

export function scratch() {
  const path = `/tmp/${randomUUID()}.txt`;
  return { path, remove: () => unlink(path) };
}
