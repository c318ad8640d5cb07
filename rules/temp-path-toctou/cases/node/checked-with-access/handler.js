const fs = require('node:fs/promises');

async function prepare(folder) {
  try {
    await fs.access(`${folder}/index.json`);
  } catch {
    // misses: temp-path-toctou error a failed `access` is no existence check
    await fs.writeFile(`${folder}/index.json`, '{}'); // noise: shared-temp-path error the check by `access` and its exception is not seen
  }
}

exports.handler = async () => {
  await prepare('/tmp');
  return fs.readFile('/tmp/index.json', 'utf8');
};
