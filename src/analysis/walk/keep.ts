/** The accesses of a walk: what differs only in the way to one object is one access, and what was learnt of it later is added. */
import type { Access, Dependency, StoredValue } from '../domain/access.js';
import { rootKey } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf } from '../domain/cell.js';
import { isExpiring } from '../domain/shape.js';
import { siteKey } from '../domain/summary.js';
import { union } from '../domain/value.js';
import { MAX_DEPENDENCIES } from './dependencies.js';
import type { Walk } from './walk.js';

/** Keys of an access in a walk: the access itself, and all that differ from it only in the way to the object or in the moment a lock was taken. */
function keysOf(access: Access): { readonly own: string; readonly alike: string } {
  if (access.isImplicit) {
    // What every line of log reads is the same: one line for each way in which it may be wrong is enough.
    const key = `implicit|${access.path.id}|${access.thread}|${access.exposed ? 'exposed' : ''}|${access.afterStaleWrite ? 'stale' : ''}`;
    return { own: key, alike: key };
  }
  const place = `${siteKey(access.site)}|${access.kind}|${access.thread}`;
  if (access.locks.length === 0) return { own: `${place}|${access.path.id}`, alike: `${place}|${wayOf(access.path)}` };
  const acquisitions = access.locks.map((lock) => lock.acquisition).join(',');
  const locks = access.locks.map((lock) => `${lock.mode}${lock.paths.map((path) => path.id).join('+')}`).join(',');
  return { own: `${place}|${access.path.id}|${acquisitions}`, alike: `${place}|${wayOf(access.path)}|${locks}` };
}

/** Accesses are compared by cell, and what the root is decides who owns it. */
function wayOf(path: AccessPath): string {
  let way = ways.get(path);
  if (way === undefined) ways.set(path, (way = `${rootKey(path.root)}>${cellOf(path)}`));
  return way;
}

const ways = new WeakMap<AccessPath, string>();
/** Ways from one root to one cell that are told apart. */
const MAX_WAYS = 3;

/** Adds an access, or merges what a second pass over a loop body learnt about the same one. */
export function keep(walk: Walk, access: Access): void {
  const { own, alike } = keysOf(access);
  const known = walk.accesses.get(own);
  if (known) { if (known !== access && !access.isImplicit && !isCovered(known, access)) walk.accesses.set(own, merge(known, access)); return; }
  const others = walk.ways.get(alike) ?? [];
  if (others.length >= MAX_WAYS) { mergeInto(walk, others[0] ?? own, access); return; }
  const most = mostAccesses(walk);
  if (walk.accesses.size >= most) {
    walk.engine.cuts.add(`more than ${most} accesses in ${walk.fn.name}`);
    return;
  }
  walk.ways.set(alike, [...others, own]);
  walk.accesses.set(own, access);
}

/** A phase is no summary: it holds those of all entry points. */
function mostAccesses({ engine: { bounds }, fn }: Walk): number {
  return fn.id.startsWith('#') ? bounds.accessesPerPhase : bounds.accessesPerSummary;
}

/** Another way to what `key` accesses: its own dependencies are about the locks of that way, and are left out. */
function mergeInto(walk: Walk, key: string, access: Access): void {
  const known = walk.accesses.get(key);
  if (known && !isCovered(known, { ...access, dependsOn: [] })) walk.accesses.set(key, merge(known, { ...access, dependsOn: [] }));
}

function merge({ decision, lookedAtUnder, ...known }: Access, access: Access): Access {
  return {
    ...(access.chain.length < known.chain.length ? { ...known, chain: access.chain, id: access.id } : known),
    ...(decision && access.decision ? { decision } : {}),
    ...(lookedAtUnder && access.lookedAtUnder ? { lookedAtUnder } : {}),
    afterSuspension: known.afterSuspension || access.afterSuspension,
    exposed: known.exposed || access.exposed,
    afterStaleWrite: known.afterStaleWrite || access.afterStaleWrite,
    dependsOn: mergeDependencies(known.dependsOn, access.dependsOn),
    ...(known.replaces || access.replaces ? { replaces: true } : {}),
    ...(known.spansSuspension || access.spansSuspension ? { spansSuspension: true } : {}),
    ...(known.value && access.value ? { value: mergeStored(known.value, access.value) } : {}),
  };
}

function mergeStored(known: StoredValue, other: StoredValue): StoredValue {
  const { plain, handedIn, ...rest } = known;
  return {
    ...rest, marks: known.marks | other.marks, shapes: union(known.shapes, other.shapes, 8), isNull: known.isNull && other.isNull,
    ...(plain !== undefined && plain === other.plain ? { plain } : {}), ...(handedIn ? { handedIn } : {}),
  };
}

/** Nothing new is learnt from `access`. */
function isCovered(known: Access, access: Access): boolean {
  return known.chain.length <= access.chain.length && (known.afterSuspension || !access.afterSuspension) && (known.exposed || !access.exposed) && (known.decision === undefined || access.decision !== undefined)
    && (known.lookedAtUnder === undefined || access.lookedAtUnder !== undefined)
    && (known.afterStaleWrite || !access.afterStaleWrite) && (known.replaces === true || !access.replaces) && (known.spansSuspension === true || !access.spansSuspension) && access.dependsOn.length === 0
    && (!access.value || (known.value !== undefined && (known.value.marks | access.value.marks) === known.value.marks && isKnownToExpire(known.value, access.value)));
}

function isKnownToExpire(known: StoredValue, { shapes }: StoredValue): boolean {
  return shapes.every((shape) => !isExpiring(shape) || known.shapes.includes(shape));
}

function mergeDependencies(a: readonly Dependency[], b: readonly Dependency[]): readonly Dependency[] {
  if (b.length === 0) return a;
  const merged = a.map((dependency) => {
    const twin = b.find((other) => other.read === dependency.read);
    return twin?.stale && !dependency.stale ? { ...dependency, stale: true } : dependency;
  });
  return [...merged, ...b.filter((other) => !a.some((dependency) => dependency.read === other.read))].slice(0, MAX_DEPENDENCIES);
}
