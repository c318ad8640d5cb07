import { access, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const isThere = (path) => access(path).then(() => true, () => false);

async function download(target) {
  const response = await fetch('https://rates.example.com/today.json');
  await writeFile(target, await response.text()); // expect: temp-path-toctou error
}

export async function rates() {
  const path = '/tmp/rates.json';
  if (!(await isThere(path))) await download(path);
  return JSON.parse(await readFile(path, 'utf8'));
}

export async function wholeRates() {
  const path = '/tmp/whole-rates.json';
  await access(path).catch(async () => { // safe: the name appears only when the file is complete
    const part = join(await mkdtemp('/tmp/rates-'), 'part');
    await download(part);
    await rename(part, path); // fixed: put in place under its name when it is complete
  });
  return JSON.parse(await readFile(path, 'utf8'));
}
