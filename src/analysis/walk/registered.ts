/** Which of several registrations of a service holds for the functions that are looked at. */
import type { Binding, TypeRef } from '../../ir/index.js';
import type { Engine } from '../engine.js';

/**
 * The registrations that answer who asks for `type`. Code that has run at init says more than code that has not, and what lies
 * near the entry more than what lies in another application; of several in one function the last holds.
 */
export function registeredFor(engine: Engine, type: TypeRef, key: string | undefined): readonly Binding[] {
  const all = engine.registrations.of(type);
  const named = all.filter((binding) => binding.key === key);
  const candidates = named.length > 0 || key === undefined ? named : all;
  const ran = candidates.filter(({ by }) => by !== undefined && (engine.started.has(by) || engine.reached.has(by)));
  return lastOfEach(ran.length > 0 ? ran : nearest(engine, candidates));
}

function lastOfEach(bindings: readonly Binding[]): readonly Binding[] {
  return bindings.filter((binding, index) => binding.by === undefined || !bindings.slice(index + 1).some(({ by }) => by === binding.by));
}

function nearest({ homes }: Engine, bindings: readonly Binding[]): readonly Binding[] {
  if (bindings.length < 2) return bindings;
  const nearness = bindings.map(({ file }) => Math.max(0, ...homes.map((home) => sharedFolders(home, file))));
  const best = Math.max(...nearness);
  return bindings.filter((_, index) => nearness[index] === best);
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const differs = left.findIndex((folder, index) => folder !== right[index]);
  return differs < 0 ? left.length : differs;
}
