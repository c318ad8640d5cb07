import { readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

const WORK = process.env.WORK_DIR ?? '/tmp';

export async function saveReport(folder: string, rows: string[]): Promise<number> {
  const file = path.join(folder, 'report.csv');
  await writeFile(file, rows.join('\n')); // expect: shared-temp-path error
  const { length } = await readFile(file);
  await unlink(file);
  return length;
}

export const workFolder = (): string => WORK;
