/** Whether a call is made once for the life of the environment, though invocation code reaches it. */
import type { AccessPath } from '../../domain/access-path.js';
import { parentOf, startsWith } from '../../domain/access-path.js';
import { cellOf } from '../../domain/cell.js';
import type { CallEffect } from '../../domain/effect.js';
import { isPlain } from '../../engine.js';
import type { Engine } from '../../engine.js';
import type { Run } from '../../run.js';
import { isWriting } from '../../walk/record.js';
import { isShared } from '../sharing.js';

/** It belongs to the loading of a module, or a look at what outlives the invocation and changes decides whether it happens. */
export function runsOnce(engine: Engine, run: Run, { decidedBy, site, chain }: CallEffect): boolean {
  return decidedBy.some((path) => tells(engine, run, path)) || [site, ...chain].some(({ function: fn }) => fn.endsWith('#<init>'));
}

/** Whether the place may say that it has happened: invocations change it, or a library does. Settings say the same each time. */
function tells(engine: Engine, run: Run, path: AccessPath): boolean {
  if (path.root.kind === 'symbol') return engine.knowledge.symbol(path.root.name)?.process !== 'environment';
  if (!isShared(run, path)) return false;
  const isChanged = run.invocation.accesses.some((access) => isWriting(access.kind) && (cellOf(access.path) === cellOf(path) || startsWith(access.path, path) || startsWith(path, access.path)));
  return isChanged || isLibrarys(engine, path);
}

/** The object, or what it is a part of, is one of a library, which may change it. Nothing changes a number or a text. */
function isLibrarys(engine: Engine, path: AccessPath): boolean {
  const { heap, program } = engine;
  for (let place = path; ; place = parentOf(place)) {
    const { shapes } = heap.get(cellOf(place));
    if (shapes.length === 0 ? place.steps.length === 0 : shapes.some((shape) => shape.kind === 'instance' && !program.type(shape.type) && !isPlain(engine, shape.type))) return true;
    if (place.steps.length === 0) return false;
  }
}
