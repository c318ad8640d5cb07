// file: functions/orders/handler.ts
import { find, Repository, VERSION, version as v } from '../../lib';
import * as lib from '../../lib/index.js';
import defaults from '@lib/defaults';
import { shout } from '@acme/tools';
import { pad } from '@acme/tools/pad';
import { helper } from '/opt/nodejs/helper';
import { generated } from './generated/client';
import { Pool } from '../../lib/database';
import '../../lib/setup';

const repository = new Repository();
export { find as lookup, defaults as default };
export const handler = async (event: { id: string }) => {
  lib.counter.n++;
  lib.find(event.id);
  helper(shout(pad(VERSION)), v, generated.call(event));
  return [find(event.id), repository.get(), new Pool(), lib.missing, defaults.size];
};
// file: lib/index.ts
export * from './repository';
export { default as find } from './find';
export { version } from '../package.json';
export * as database from './database';
export const counter = { n: 0 };
// file: lib/repository.ts
import { Base } from './base';
export const VERSION = '1';
export class Repository extends Base { get() { return this.id; } }
// file: lib/base.ts
export class Base { id = 1; }
export type { Base as Alias } from './base';
// file: lib/find.ts
export default async (id: string) => id;
// file: lib/database.ts
export { Pool } from 'pg';
export * from 'pg';
// file: lib/defaults.ts
const defaults = { size: 1 };
export default defaults;
// file: lib/setup.ts
process.env.TZ = 'UTC';
// file: packages/tools/src/index.ts
export const shout = (s: string) => s.toUpperCase();
// file: packages/tools/pad.js
exports.pad = (s) => s;
// file: layers/common/nodejs/helper.js
module.exports.helper = (...args) => args;
// file: package.json
{ "name": "root", "version": "1.0.0" }
// file: packages/tools/package.json
{ "name": "@acme/tools", "main": "dist/index.js" }
// file: tsconfig.json
{
  // Aliases
  "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["lib/*"], }, },
}
