// file: main.mts
import { createRequire } from 'node:module';
import { TENANT } from './tenant.mjs';

declare global { var current: string | undefined }
const require = createRequire(import.meta.url);
const settings = require('./settings.json');
const REGISTRY = Symbol.for('registry');
const holder: { [TENANT]?: string } = { [TENANT]: settings.name };

export class Lease {
  static #instance: Lease;
  static get shared() { return (this.#instance ??= new Lease()); }
  static set shared(lease) { this.#instance = lease; }
  #user = '';
  [TENANT] = current;
  get user() { return this.#user; }
  [Symbol.dispose]() { delete holder[TENANT]; }
}

export function run(user: string) {
  using lease = Lease.shared;
  Lease.shared = lease;
  globalThis.current = holder[TENANT];
  globalThis[REGISTRY] = globalThis[Symbol.for('registry')] ?? [lease[TENANT], undeclared(user)];
  const { [TENANT]: kept } = holder;
  return kept + current;
}
// file: tenant.mts
export const TENANT: unique symbol = Symbol('tenant');
// file: settings.json
{ "name": "orders" }
