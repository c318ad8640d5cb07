import { readdirSync, rmSync, unlinkSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// entry: clean
export const clean = async () => {
  // expect: event-loop-block note
  for (const name of readdirSync('/tmp')) {
    unlinkSync(join('/tmp', name)); // expect: temp-directory-sweep error
  }
};

// entry: cleanOwn
export const cleanOwn = async (event: { page: string }) => {
  // expect: event-loop-block note
  const folder = mkdtempSync('/tmp/pages-');
  writeFileSync(join(folder, 'page.html'), event.page);
  for (const name of readdirSync(folder)) {
    unlinkSync(join(folder, name)); // safe: the files of this invocation
  }
  rmSync(folder, { recursive: true }); // fixed: only its own directory
};
