import { readFile, rm, writeFile } from 'node:fs/promises';
import { pathFor } from './formats.mjs';

export const handler = async (event, context) => {
  const path = pathFor(event);
  await writeFile(path, event.rows.join('\n')); // expect: shared-temp-path error
  const own = `/tmp/${context.awsRequestId}${event.format === 'csv' ? '.csv' : '.json'}`;
  await writeFile(own, event.rows.join('\n')); // fixed: whatever the format, the name is the invocation's own
  const [common, whole] = [await readFile(path, 'utf8'), await readFile(own, 'utf8')];
  await rm(own); // safe: the invocation's own name
  return common.length + whole.length;
};
