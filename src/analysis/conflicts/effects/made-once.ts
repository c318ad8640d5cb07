/** Whether what a call makes serves more than the invocation that has made it. */
import type { CallEffect } from '../../domain/effect.js';
import type { Engine } from '../../engine.js';
import type { Run } from '../../run.js';
import { isShared } from '../sharing.js';
import { runsOnce } from './runs-once.js';

/** For whoever comes first, for each set of arguments, or when what is kept is found to be of no use any more. */
export function isMadeOnce(engine: Engine, run: Run, call: CallEffect): boolean {
  return runsOnce(engine, run, call) || ((call.isGuarded || call.isRecovery) && isLeft(engine, run, call)) || [call.site, ...call.chain].some(({ function: fn }) => isMemoized(engine, fn));
}

/** Invocations store such an object where others find it. */
export function isLeft({ knowledge }: Engine, run: Run, { name, fact }: CallEffect): boolean {
  const type = fact.returns ?? name.slice(0, Math.max(0, name.lastIndexOf('.')));
  return run.invocation.accesses.some(({ kind, path, value }) => kind === 'write' && value?.fresh === true && isShared(run, path)
    && value.shapes.some((shape) => shape.kind === 'instance' && knowledge.isA(shape.type, type)));
}

function isMemoized({ knowledge, program }: Engine, fn: string): boolean {
  return program.body(fn)?.annotations.some(({ name }) => knowledge.type(name)?.memoizes) === true;
}
