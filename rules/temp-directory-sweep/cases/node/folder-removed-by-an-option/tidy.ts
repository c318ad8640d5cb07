import { rmdir } from 'node:fs/promises';

const everything = { recursive: true, maxRetries: 2 };

export async function tidy(folder: string): Promise<void> {
  await rmdir(folder, everything); // expect: temp-directory-sweep error
}
