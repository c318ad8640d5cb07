/** A read and a write that belong together, with room between them: check and act, read and write back, first use. */
import type { Access, AccessKind, Dependency, StoredValue } from '../domain/access.js';
import { ELEMENT } from '../domain/access-path.js';
import { cellOf, holderOf } from '../domain/cell.js';
import { commonLock, sameAcquisition } from '../domain/lock-set.js';
import { isRequest } from '../domain/marks.js';
import { literalText } from '../domain/text.js';
import type { Text } from '../domain/text.js';
import { isPlain } from '../engine.js';
import type { Harm, Point } from '../hazard.js';
import { isReading, isWriting } from '../walk/record.js';
import { byPosition, checkPoint, dependsOnTestOf, fieldOf, follows, isLazy, isReference, isTestOf, isUpdate, isWithin, locksOf, point, readElsewhere, separable } from './case.js';
import type { Case } from './case.js';
import { isFromFirstRequest } from './first-request.js';
import { mayFollow } from './sequence.js';
import { isContent } from './sharing.js';
import { isUnique } from './uniqueness.js';

/** Writes that depend on an earlier look at the same place which may no longer hold. */
export function pairHarms(judged: Case): readonly Harm[] {
  const result: Harm[] = [];
  const add = (harm: Harm | undefined): void => { if (harm && !result.some((known) => known.kind === harm.kind)) result.push(harm); };
  const writes = judged.group.accesses.filter((access) => isWriting(access.kind)).sort(byPosition);
  for (const write of writes) {
    add(guardedElsewhere(judged, write));
    if (isCheckedUnderLock(judged, write)) {
      add(filledAfterStore(judged, write));
      continue;
    }
    for (const dependency of write.dependsOn) {
      if (holderOf(dependency.path) !== judged.group.holder || !separable(judged, write, dependency)) continue;
      add(pairHarm(judged, write, dependency));
    }
    add(publishedUnfinished(judged, write));
  }
  return result;
}

/**
 * The store follows its check in one turn, so it happens once; but what the place stands for is completed after a suspension:
 * `db = new Db(); await db.connect()`, or a flag that is set before what it announces.
 */
function publishedUnfinished(judged: Case, write: Access): Harm | undefined {
  if (judged.model.memory !== 'at-suspension' || isContent(write) || write.kind !== 'write' || !isLazy(write)) return undefined;
  const guard = write.dependsOn.find((dependency) => !dependency.stale && isTestOf(dependency, judged.group.holder));
  if (!guard) return undefined;
  const check = checkPoint(judged, guard);
  const base = { kind: 'lazy-init', check, write: point(judged, write), acrossSuspension: true } as const;
  const graded = gradeOf(judged, write);
  if (graded.grade === 'guard-first') return { ...base, ...graded };
  const completed = judged.group.accesses.find((access) => isContent(access) && access.returnsPromise && follows(access, write) && dependsOnTestOf(access, judged.group.holder));
  return completed ? { ...base, grade: 'half-built', later: point(judged, completed) } : undefined;
}

/**
 * `if (!client.isConnected()) { await client.connect(); db = client.db() }`: the guard answers differently before the write
 * comes, and the place is read where nobody has asked whether it is set.
 */
function guardedElsewhere(judged: Case, write: Access): Harm | undefined {
  if (judged.model.memory !== 'at-suspension' || isContent(write) || write.kind !== 'write' || write.value?.isNull || isLazy(write)) return undefined;
  const guard = write.dependsOn.find((dependency) => dependency.via === 'guard' && dependency.test && dependency.stale && dependency.path.steps.includes(ELEMENT) && isChangedByInvocations(judged, dependency));
  const exposed = judged.group.accesses.find((access) => isReading(access.kind) && access.exposed);
  if (!guard || !exposed) return undefined;
  const check = checkPoint(judged, guard);
  return { kind: 'lazy-init', check, write: point(judged, write), acrossSuspension: true, grade: 'guarded-by-other', later: point(judged, exposed) };
}

/** A table that nobody changes gives every invocation the same answer, before and after; an object that is asked by a method knows its own state. */
function isChangedByInvocations({ run }: Case, { path, site }: Dependency): boolean {
  return run.invocation.accesses.some((access) => holderOf(access.path) === holderOf(path)
    && (isWriting(access.kind) || (access.method !== undefined && access.site.at === site.at && access.site.function === site.function)));
}

/** Under the lock of the initialisation an object gets its contents after it is stored where others look without the lock. */
function filledAfterStore(judged: Case, write: Access): Harm | undefined {
  if (judged.model.memory !== 'anywhere' || isContent(write) || write.value?.isNull) return undefined;
  const outside = write.dependsOn.find((dependency) => isTestOf(dependency, judged.group.holder) && separable(judged, write, dependency));
  const filled = outside && filledUnderGuard(judged, write);
  return filled && { kind: 'lazy-init', check: checkPoint(judged, outside), write: point(judged, write), acrossSuspension: false, grade: 'half-built', later: point(judged, filled) };
}

/** Double-checked locking done right: checked again in the acquisition of the write, and visible to readers without the lock. */
function isCheckedUnderLock(judged: Case, write: Access): boolean {
  const guards = write.dependsOn.filter((dependency) => isTestOf(dependency, judged.group.holder));
  const held = locksOf(judged, write);
  const again = guards.some((dependency) => sameAcquisition(held, locksOf(judged, dependency)));
  // The first look may be one under a read lock, which the writer keeps out.
  const isOrdered = guards.every((dependency) => !separable(judged, write, dependency) || commonLock(held, locksOf(judged, dependency)) !== undefined);
  return again && (isOrdered || fieldOf(judged.engine, judged.group)?.isVolatile === true);
}

function pairHarm(judged: Case, write: Access, dependency: Dependency): Harm | undefined {
  const check = checkPoint(judged, dependency);
  const acrossSuspension = dependency.stale;
  if (dependency.via === 'value') {
    // What was taken out and is put back is no old value written over a new one.
    if (write.kind === 'atomic' || cellOf(dependency.path) !== cellOf(write.path) || hasSlotOfItsOwn(judged, write) || isReadAgain(judged, write)) return undefined;
    return {
      kind: 'lost-update', read: check, write: point(judged, write), isCounter: isUpdate(write), ...(dependency.restores ? { isRestored: true } : {}), acrossSuspension,
      onAtomicType: judged.types.some((type) => type.concurrency === 'safe'),
    };
  }
  if (!dependency.test) return isOutdatedLook(judged, write, dependency) || (write.kind === 'atomic' && isReference(judged, write)) ? checkThenAct(judged, write, check, acrossSuspension) : undefined;
  const isBox = write.kind === 'mutate' && write.key === undefined && isReference(judged, write);
  if (isContent(write) && !isBox) {
    if (write.kind === 'mutate' && judged.types.some((type) => type.collection === 'set')) return checkThenAct(judged, write, check, acrossSuspension);
    // A loop of compare and set brings a changed value, and does no work that a look-up was to spare.
    if (write.kind === 'atomic' && write.dependsOn.some((earlier) => earlier.via === 'value' && holderOf(earlier.path) === judged.group.holder)) return undefined;
    if (!write.key || isNewKey(judged, write.key.text) || (write.kind !== 'mutate' && !addsValue(write))) return undefined;
    return { kind: 'stampede', check, write: point(judged, write), keyFromRequest: isRequest(write.key.marks), refreshes: false };
  }
  if (!write.value || isNothing(write.value)) return undefined;
  return { kind: 'lazy-init', check, write: point(judged, write), acrossSuspension, ...gradeOf(judged, write) };
}

/**
 * `if (left > 0) { await claim(); left -= 1; }`: the count is right, and what it stood at when it was looked at is not. A second
 * look in the turn of the write is what counts; and who has acted on the look at once, `running += 1`, may take that back later.
 */
function isOutdatedLook(judged: Case, write: Access, { path, stale }: Dependency): boolean {
  if (!stale || !isUpdate(write) || cellOf(path) !== cellOf(write.path)) return false;
  const looks = write.dependsOn.filter((other) => other.via === 'guard' && cellOf(other.path) === cellOf(write.path));
  return looks.every((look) => separable(judged, write, look) && !isActedOn(judged, look));
}

function isActedOn({ group }: Case, look: Dependency): boolean {
  return group.accesses.some((access) => access.dependsOn.some((other) => other.via === 'guard' && !other.stale && other.site.at === look.site.at && other.site.function === look.site.function));
}

/** Takes away what was there: a flag that is given back. */
function isNothing({ isNull, plain }: StoredValue): boolean {
  return isNull || plain === '"false"';
}

/** `queue = [...failed, ...queue]`: what stands there now goes into the new value beside what was read before, so that nothing is lost. */
function isReadAgain(judged: Case, write: Access): boolean {
  return write.dependsOn.some((other) => other.via === 'value' && cellOf(other.path) === cellOf(write.path) && !separable(judged, write, other));
}

/** Threads of one invocation that fill an array each have elements of their own, unless the index is a constant. */
function hasSlotOfItsOwn({ group, types }: Case, write: Access): boolean {
  return group.ownThreads === true && isContent(write) && write.key !== undefined && literalText(write.key.text) === undefined && !types.some((type) => type.collection === 'map');
}

/** A key that no other invocation has is not the one that was looked up. */
function isNewKey({ model }: Case, text: Text | undefined): boolean {
  return text !== undefined && text.alternatives.every((parts) => isUnique(parts, model));
}

/** `putIfAbsent` with what was made before it, unlike `computeIfAbsent` with a function that makes it. */
function addsValue(write: Access): boolean {
  return write.kind === 'atomic' && write.value !== undefined && write.value.plain === undefined && !write.value.shapes.some((shape) => shape.kind === 'closure');
}

/** The answer that allowed the act may no longer hold when it is done. */
function checkThenAct(judged: Case, write: Access, check: Point, acrossSuspension: boolean): Harm {
  return { kind: 'lost-update', read: check, write: point(judged, write), isCounter: false, isCheck: true, acrossSuspension, onAtomicType: write.kind === 'atomic' };
}

/** How much harm unsynchronised first use does. */
function gradeOf(judged: Case, write: Access): Pick<Extract<Harm, { kind: 'lazy-init' }>, 'grade' | 'later'> {
  const { engine, run } = judged;
  const dependent = run.invocation.accesses.filter((access) => access.kind === 'write' && !isContent(access) && holderOf(access.path) !== judged.group.holder
    && follows(access, write) && dependsOnTestOf(access, judged.group.holder) && !isLazy(access));
  const unguarded = dependent.find((access) => readElsewhere(run.invocation.accesses, access));
  if (unguarded) return { grade: 'guard-first', later: point(judged, unguarded) };
  const filled = judged.model.memory === 'anywhere' ? filledUnderGuard(judged, write) : undefined;
  if (filled) return { grade: 'half-built', later: point(judged, filled) };
  const shapes = write.value?.shapes ?? [];
  const concurrency = shapes.flatMap((shape) => (shape.kind === 'instance' ? (engine.knowledge.type(shape.type)?.concurrency ?? []) : []));
  if (concurrency.some((kind) => kind === 'connection' || kind === 'pool')) return { grade: 'connection', later: undefined };
  if (isFromFirstRequest(judged, write)) return { grade: 'first-request', later: undefined };
  const isObject = shapes.some((shape) => shape.kind !== 'instance' || !isPlain(engine, shape.type));
  return { grade: isObject ? 'idempotent' : 'plain-value', later: undefined };
}

/** What the place refers to gets its contents or settings after it is stored there: `instance = new Config(); instance.url = …`. */
function filledUnderGuard({ engine, run, group }: Case, stored: Access): Access | undefined {
  return run.invocation.accesses.find((access) => FILLING.has(access.kind) && (isWithin(access.path, group.holder) || isOwnContent(access, group.holder))
    && dependsOnPresence(access, group.holder) && mayFollow(engine, stored, access));
}

const FILLING: ReadonlySet<AccessKind> = new Set(['write', 'mutate', 'configure'] as const);

function isOwnContent(access: Access, holder: string): boolean {
  return isContent(access) && holderOf(access.path) === holder;
}

/** Depends on whether anything is at `holder`, and not on what is in it. */
function dependsOnPresence(access: Access, holder: string): boolean {
  return access.dependsOn.some((dependency) => isTestOf(dependency, holder) && !dependency.path.steps.includes(ELEMENT));
}
