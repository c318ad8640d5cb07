/** Whether a call is made once for the life of the environment, though invocation code reaches it. */
import type { CallEffect } from '../../domain/effect.js';
import type { Run } from '../../run.js';
import { isShared } from '../sharing.js';

/** It belongs to the loading of a module, or a look at what outlives the invocation decides whether it happens. */
export function runsOnce(run: Run, { decidedBy, site, chain }: CallEffect): boolean {
  return decidedBy.some((path) => path.root.kind === 'symbol' || isShared(run, path)) || [site, ...chain].some(({ function: fn }) => fn.endsWith('#<init>'));
}
