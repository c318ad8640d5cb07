import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export function enter(folder: string): void {
  process.chdir(folder); // expect: worker-unsupported-call error
}

export const template = (name: string): Promise<string> => readFile(join(process.cwd(), name), 'utf8'); // safe: only asks where it is
