/** Functions that a program declares, each once and with an id of its own. */
import type { DeclaredFunction } from './declared-function.js';

/** One declaration is seen several times, with and without what callers hand over: the reading that says most counts. */
export function withOwnIds(functions: readonly DeclaredFunction[]): readonly DeclaredFunction[] {
  const found = new Map<string, DeclaredFunction>();
  const identified = new Set(functions.filter(hasId).map(placeOf));
  const longer = new Map<string, string[]>();
  for (const fn of functions) if (fn.logicalId.includes('/')) longer.set(placeOf(fn), [...longer.get(placeOf(fn)) ?? [], fn.logicalId]);
  for (const fn of functions) {
    if (!hasId(fn) && identified.has(placeOf(fn))) continue;
    if (longer.get(placeOf(fn))?.some((id) => id.endsWith(`/${fn.logicalId}`))) continue;
    const key = `${placeOf(fn)}:${fn.logicalId}`;
    const known = found.get(key);
    if (known === undefined || saysMore(fn, known)) found.set(key, fn);
  }
  const taken = new Map<string, number>();
  return [...found.values()].map((fn) => {
    const id = `${fn.template}#${fn.logicalId}`;
    const number = (taken.get(id) ?? 0) + 1;
    taken.set(id, number);
    return number === 1 ? fn : { ...fn, logicalId: `${fn.logicalId}$${number}` };
  });
}

function placeOf({ at }: DeclaredFunction): string {
  return `${at.file}:${at.line}:${at.column}`;
}

function hasId({ unknown }: DeclaredFunction): boolean {
  return !unknown.some((note) => note.startsWith('id:'));
}

function saysMore(fn: DeclaredFunction, known: DeclaredFunction): boolean {
  const facts = ({ triggers, publishes, managedInstances, memory, timeout, runtime }: DeclaredFunction): number =>
    triggers.length + [publishes, managedInstances, memory, timeout, runtime].filter((each) => each !== undefined).length;
  return fn.unknown.length < known.unknown.length || (fn.unknown.length === known.unknown.length && facts(fn) > facts(known));
}
