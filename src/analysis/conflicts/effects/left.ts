/** Whether what a call makes is left for later invocations. */
import type { CallEffect } from '../../domain/effect.js';
import type { Engine } from '../../engine.js';
import type { Run } from '../../run.js';
import { isShared } from '../sharing.js';

/** Invocations store such an object where others find it. */
export function isLeft({ knowledge }: Engine, run: Run, { name, fact }: CallEffect): boolean {
  const type = fact.returns ?? name.slice(0, Math.max(0, name.lastIndexOf('.')));
  return run.invocation.accesses.some(({ kind, path, value }) => kind === 'write' && value?.fresh === true && isShared(run, path)
    && value.shapes.some((shape) => shape.kind === 'instance' && knowledge.isA(shape.type, type)));
}
