import fs, { promises as fsp, createWriteStream } from 'fs';
import * as path from 'node:path';
import { writeFile } from 'fs/promises';
import process from 'node:process';
import { URL as Url } from 'url';
import { S3Client } from '@aws-sdk/client-s3';

import { promisify } from 'util';
import { exec } from 'child_process';
import xray from 'aws-xray-sdk';
import sdk from 'aws-sdk';

const { readFile } = fsp;
const run = promisify(exec), stat = promisify(fs.stat);
const aws = xray.captureAWS(sdk);
const env = process.env;
const random = Math.random;
const stage = process.env.STAGE;

export async function handler(event) {
  const original = fs.writeFileSync;
  fs.writeFileSync = () => original('/dev/null', random());
  await writeFile(path.join('/tmp', event.key), await readFile(stage));
  await fsp.unlink(new Url(event.url).pathname);
  await fs.promises.mkdtemp('/tmp/x-');
  createWriteStream(env.OUT);
  process.env.TENANT = event.tenant;
  delete process.env['TENANT'];
  env[event.name] = 'x';
  globalThis.cache ??= new Map();
  global.cache.set(event.key, typeof undeclared === 'undefined');
  leaked = event.user;
  fetch.last = leaked;
  const log = console.log.bind(console);
  log(await run('ls'), await stat(event.key), new aws.S3());
  return new S3Client({ region: env.AWS_REGION }), import.meta.url, globalThis.setTimeout(print, 1);
}

function print() {
  console.log(leaked);
}
