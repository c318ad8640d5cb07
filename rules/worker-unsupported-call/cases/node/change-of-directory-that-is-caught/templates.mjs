import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = '/opt/templates';

function enter(folder) {
  try {
    process.chdir(folder); // expect: worker-unsupported-call warning
  } catch (error) {
    console.warn(error.message);
  }
}

function mustEnter(folder) {
  try {
    process.chdir(folder); // expect: worker-unsupported-call error
  } catch (error) {
    console.error('no templates');
    throw error;
  }
}

// entry: handler
export const handler = async (event) => {
  enter(ROOT);
  return readFile(`${event.name}.html`, 'utf8');
};

// entry: strict
export const strict = async (event) => {
  mustEnter(ROOT);
  return readFile(`${event.name}.html`, 'utf8');
};

// entry: careful
export const careful = async (event) => {
  const from = process.cwd(); // safe: only asks for it
  console.log(from);
  return readFile(join(ROOT, `${event.name}.html`), 'utf8'); // fixed: an absolute path
};
