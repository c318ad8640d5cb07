const fs = require('node:fs/promises');

async function prepare(folder) {
  try {
    await fs.access(`${folder}/index.json`);
  } catch {
    await fs.writeFile(`${folder}/index.json`, '{}'); // expect: temp-path-toctou error
  }
}

exports.handler = async () => {
  await prepare('/tmp');
  return fs.readFile('/tmp/index.json', 'utf8');
};
