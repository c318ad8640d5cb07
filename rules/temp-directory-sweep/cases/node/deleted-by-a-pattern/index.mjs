import { mkdtemp, writeFile } from 'node:fs/promises';
import { deleteAsync } from 'del';
import { rimraf } from 'rimraf';

export const handler = async (event) => {
  await deleteAsync(['/tmp/*.pdf', '/tmp/*.html']); // expect: temp-directory-sweep error
  const folder = await mkdtemp('/tmp/letters-');
  await writeFile(`${folder}/letter.html`, event.letter);
  await rimraf(`${folder}/*.html`, { glob: true }); // safe: whatever matches lies in the invocation's own folder
  await rimraf(folder); // fixed: only what the invocation has made
  return folder.length;
};
