import { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tidy } from './tidy';

export const handler = async (event: { page: string }) => {
  await mkdir('/tmp/pages', { recursive: true });
  await tidy('/tmp/pages');
  const own = await mkdtemp('/tmp/page-');
  const file = `${own}/page.html`;
  await writeFile(file, event.page);
  const page = await readFile(file, 'utf8');
  await rm(file); // safe: one file, in the invocation's own folder
  await rmdir(own); // fixed: the invocation's own folder
  return page;
};
