import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';

const unpack = promisify(gunzip);
const rules = JSON.parse(readFileSync('/opt/rules.json', 'utf8')); // safe: read when the module is loaded

// entry: handler
export const handler = async (event) => {
  const found = [];
  for (const record of event.Records) {
    const text = gunzipSync(Buffer.from(record.kinesis.data, 'base64')); // expect: event-loop-block warning
    found.push(rules.some((rule) => text.includes(rule)));
  }
  return found;
};

// entry: beside
export const beside = async (event) => {
  if (existsSync('/opt/off')) return []; // expect: event-loop-block note
  const texts = await Promise.all(event.Records.map((record) => unpack(Buffer.from(record.kinesis.data, 'base64')))); // fixed: libuv's threads unpack them
  return texts.map((text) => rules.some((rule) => text.includes(rule)));
};
