/** The folder that locations in reports are relative to. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder at or above `folder` that holds `.git`, else `folder` itself; absolute. */
export function findRepositoryRoot(folder: string): string {
  const start = path.resolve(folder);
  for (let current = start; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return start;
  }
}
