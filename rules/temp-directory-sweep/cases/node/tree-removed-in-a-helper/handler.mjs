import { mkdir, writeFile } from 'node:fs/promises';
import { reset } from './workspace.mjs';

export const handler = async (event, context) => {
  await mkdir('/tmp/work', { recursive: true });
  await writeFile(`/tmp/work/${context.awsRequestId}.json`, event.body);
  await reset('/tmp/work');
};
