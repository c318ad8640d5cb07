import { open, readFile } from 'node:fs/promises';

export const handler = async (event, context) => {
  const file = `/tmp/${context.awsRequestId}.lock`;
  // expect: temp-file-growth note
  const handle = await open(file, 'wx'); // safe: creation fails when the file exists, and the name is the invocation's own
  await handle.close();
  return readFile(file, 'utf8');
};
