import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';

process.on('SIGTERM', () => console.log('bye')); // expect: worker-unsupported-call note

// entry: handler
export const handler = async (event) => {
  process.umask(63); // expect: worker-unsupported-call error
  await writeFile(`/mnt/reports/${crypto.randomUUID()}`, event.body);
  return { mask: process.umask() }; // safe: only asks for it
};

// entry: handlerFixed
export const handlerFixed = async (event) => {
  await writeFile(`/mnt/reports/${crypto.randomUUID()}`, event.body, { mode: 384 }); // fixed: the mode of this file
  const child = spawn('/opt/report', [], { cwd: '/opt', uid: 1000 }); // safe: the child's own directory and user
  const [code] = await once(child, 'exit');
  return { code };
};
