import { readFile, unlink, writeFile } from 'node:fs/promises';
import { glob } from 'glob';

// entry: clear
export async function clear() {
  const files = await glob('/tmp/*.pdf');
  await Promise.all(files.map((file) => unlink(file))); // expect: temp-directory-sweep error
}

// entry: count
export async function count() {
  const files = await glob('/tmp/*.pdf'); // safe: only counted
  return files.length;
}

// entry: renderFixed
export async function renderFixed(event, context) {
  const path = `/tmp/${context.awsRequestId}.pdf`;
  await writeFile(path, event.body);
  const body = await readFile(path);
  await unlink(path); // fixed: only the file that this request has made
  return body.length;
}
