const fs = require('node:fs/promises');

exports.handler = async () => {
  const names = await fs.readdir('/tmp/uploads');
  const parts = names.filter((name) => name.endsWith('.part'));
  await Promise.all(parts.map((name) => fs.unlink(`/tmp/uploads/${name}`))); // expect: temp-directory-sweep error
  return parts.length;
};
