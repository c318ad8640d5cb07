import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

// entry: convert
export const convert = async (event) => {
  const folder = await mkdtemp('/tmp/convert-');
  await writeFile(`${folder}/in.docx`, Buffer.from(event.body, 'base64'));
  await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, `${folder}/in.docx`]); // expect: shared-port-or-profile error
  const pdf = await readFile(`${folder}/in.pdf`);
  await rm(folder, { recursive: true });
  return pdf.toString('base64');
};

// entry: convertApart
export const convertApart = async (event) => {
  const folder = await mkdtemp('/tmp/convert-');
  await writeFile(`${folder}/in.docx`, Buffer.from(event.body, 'base64'));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, `${folder}/in.docx`]); // fixed: a profile in the invocation's directory
  const pdf = await readFile(`${folder}/in.pdf`);
  await rm(folder, { recursive: true });
  return pdf.toString('base64');
};
