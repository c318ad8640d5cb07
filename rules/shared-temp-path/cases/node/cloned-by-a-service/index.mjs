import { mkdtemp, rm } from 'node:fs/promises';
import { Repositories, branches, loadInto } from './repositories.mjs';

// entry: audit
export async function audit(event) {
  const files = await new Repositories('/tmp/repository').load(event.url);
  return files.length;
}

// entry: list
export async function list(event) {
  return branches(event.url);
}

// entry: auditFixed
export async function auditFixed(event) {
  const folder = await mkdtemp('/tmp/repository-');
  const files = await loadInto(folder, event.url);
  await rm(folder, { recursive: true });
  return files.length;
}
