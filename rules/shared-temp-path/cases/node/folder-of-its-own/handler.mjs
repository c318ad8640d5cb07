import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// entry: report
export const report = async (event) => {
  const folder = await mkdtemp(join(tmpdir(), 'report-'));
  try {
    await writeFile(join(folder, 'report.csv'), event.rows); // safe: a constant name in a directory of its own
  } finally {
    await rm(folder, { recursive: true });
  }
};

// entry: exportRows
export const exportRows = async (event) => {
  const file = `/tmp/${randomUUID()}.csv`;
  await writeFile(file, event.rows); // fixed: a name that no other invocation has
  await rm(file);
};

// entry: byRequest
export const byRequest = async (event, context) => {
  // expect: temp-file-growth note
  await writeFile(`/tmp/${context.awsRequestId}.csv`, event.rows); // safe: the request id tells overlapping invocations apart
};
