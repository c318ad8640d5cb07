import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

async function countWords(path) {
  return (await readFile(path, 'utf8')).split(/\s+/).length;
}

// entry: numberRecords
export async function numberRecords(event) {
  return Promise.all(event.Records.map(async (record, index) => {
    const path = `/tmp/record-${index}.txt`;
    await writeFile(path, record.body); // expect: shared-temp-path error
    return countWords(path);
  }));
}

// entry: claimOnce
export async function claimOnce(event) {
  await writeFile('/tmp/claim.json', event.body, { flag: 'wx' }); // expect: shared-temp-path warning
}

// entry: numberLines
export async function numberLines(event) {
  return event.Records.map((record, index) => `/tmp/record-${index}.txt: ${record.body}`); // safe: a text, and no file of this name
}

// entry: numberRecordsFixed
export async function numberRecordsFixed(event) {
  const folder = await mkdtemp('/tmp/records-');
  const counts = await Promise.all(event.Records.map(async (record, index) => {
    const path = join(folder, `record-${index}.txt`);
    await writeFile(path, record.body); // fixed: numbered in a folder of its own
    return countWords(path);
  }));
  await rm(folder, { recursive: true });
  return counts;
}
