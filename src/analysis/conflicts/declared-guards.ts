/** Fields whose declaration names the lock that guards them: every access has to hold it. */
import type { Field, FunctionSignature, Statement, TypeId } from '../../ir/index.js';
import type { Access } from '../domain/access.js';
import { pathOf, simpleName } from '../domain/access-path.js';
import type { AccessPath, Root } from '../domain/access-path.js';
import { qualifiedStep } from '../domain/cell.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { Engine } from '../engine.js';
import type { Harm } from '../hazard.js';
import { isWriting } from '../walk/record.js';
import { byPosition, declaredField, point, referenceWrites } from './case.js';
import type { Case } from './case.js';
import { isContent } from './sharing.js';

/** A field, and the locks that its annotation asks for: one to read, all to write. */
interface GuardedField {
  readonly type: TypeId;
  readonly field: Field;
  readonly locks: readonly string[];
}

/** What a lock expression means for an object: whether the lock at a path is the one that is meant. */
type Meant = (lock: AccessPath, guarded: AccessPath) => boolean;

/** The first access without the declared lock, changes first. */
export function undeclaredAccess(judged: Case): readonly Harm[] {
  const guarded = guardedField(judged);
  if (!guarded || judged.model.memory !== 'anywhere' || judged.group.ownThreads) return [];
  const meant = guarded.locks.flatMap((lock) => meaningOf(judged.engine, guarded, lock) ?? []);
  // What the names mean has to be known of all of them.
  if (meant.length < guarded.locks.length) return [];
  // What a field referred to before it was replaced is no longer what the lock guards.
  const isSwapped = referenceWrites(judged.group).length > 0;
  const accesses = judged.group.accesses.filter((access) => !isHandedOut(guarded, access) && !(isSwapped && isContent(access))).sort((a, b) => Number(isWriting(b.kind)) - Number(isWriting(a.kind)) || byPosition(a, b));
  const open = accesses.find((access) => !isCovered(access, meant));
  if (!open) return [];
  const conflicting = accesses.filter((access) => isWriting(open.kind) || isWriting(access.kind));
  const beside = conflicting.find((access) => access !== open && isCovered(access, meant)) ?? conflicting.find((access) => access !== open) ?? conflicting[0];
  return beside ? [{ kind: 'inconsistent-lock', guarded: point(judged, beside), unprotected: point(judged, open), lock: guarded.locks.join(' and '), why: 'declared', onlyStale: false }] : [];
}

/** A reference that never changes may be looked at; what it refers to may not. */
function isHandedOut({ field }: GuardedField, access: Access): boolean {
  return field.isFinal && access.kind === 'read' && !isContent(access);
}

function guardedField(judged: Case): GuardedField | undefined {
  const declared = declaredField(judged.engine, judged.group);
  const locks = declared?.field.annotations.find(({ name }) => judged.engine.knowledge.type(name)?.namesLock)?.args.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])) ?? [];
  return declared && locks.length > 0 ? { ...declared, locks } : undefined;
}

function isCovered(access: Access, meant: readonly Meant[]): boolean {
  const holds = (each: Meant): boolean => access.locks.some((lock) => admits(lock, access) && lock.paths.some((path) => each(path, access.path)));
  return isWriting(access.kind) ? meant.every(holds) : meant.some(holds);
}

function admits(lock: HeldLock, access: Access): boolean {
  return lock.mode === 'exclusive' || !isWriting(access.kind);
}

/** `this`, `itself`, `lock`, `this.lock`, `Orders.class`, `Orders.LOCK`, `lock()`, `locks.readLock()`; nothing for what is no lock of the program. */
function meaningOf(engine: Engine, { type, field }: GuardedField, expression: string): Meant | undefined {
  const text = expression.trim().replace(/^this\.(?=\w)/, '').replace(/\.(?:read|write)Lock\(\)$/, '');
  const step = qualifiedStep(type, field.name);
  if (text === 'this' || text === `${simpleName(type)}.this`) return (lock, guarded) => isHolder(lock, guarded, step);
  if (text === 'itself') return (lock) => endsWith(lock, step) || isStatic(lock.root, field.name, simpleName(type));
  const parts = text.split('.');
  const name = parts.at(-1) ?? '';
  const owner = parts.at(-2);
  if (name === 'class' && owner !== undefined) return ({ root, steps }) => root.kind === 'type' && steps.length === 0 && simpleName(root.type) === owner;
  const getter = /^(\w+)\(\)$/.exec(name)?.[1];
  const lockField = getter === undefined ? name : returnedField(engine, type, getter);
  return lockField === undefined || !/^\w+$/.test(lockField) ? undefined : fieldLock(engine, type, lockField, owner);
}

function fieldLock(engine: Engine, type: TypeId, name: string, owner: string | undefined): Meant | undefined {
  if (owner !== undefined) return ({ root, steps }) => (isStatic(root, name, owner) && steps.length === 0) || steps.at(-1)?.endsWith(`#${name}`) === true;
  const known = engine.hierarchy.field(type, name) ?? engine.hierarchy.field(engine.program.type(type)?.outer ?? type, name);
  if (!known) return undefined;
  const { field } = known;
  if (field.isStatic) return ({ root }) => isStatic(root, name, simpleName(known.owner));
  return (lock) => endsWith(lock, qualifiedStep(known.owner, name));
}

/** Whether `lock` is the object that has the field, on the way by which the access reached it; a closure knows it by the variable that it captured. */
function isHolder(lock: AccessPath, guarded: AccessPath, step: string): boolean {
  const depth = guarded.steps.indexOf(step);
  if (depth < 0) return false;
  const { root, steps } = lock;
  if (root.kind === 'captured' && steps.length === 0 && guarded.steps[depth - 1] === qualifiedStep(root.owner, root.name)) return true;
  return lock === pathOf(guarded.root, guarded.steps.slice(0, depth));
}

function endsWith(lock: AccessPath, step: string): boolean {
  return lock.steps.at(-1) === step;
}

function isStatic(root: Root, field: string, type: string): boolean {
  return root.kind === 'static' && root.field === field && simpleName(root.type) === type;
}

/** The field that a getter without more to it returns. */
function returnedField(engine: Engine, type: TypeId, getter: string): string | undefined {
  const [method] = engine.hierarchy.methods(type, getter, 0);
  return method && fieldOfReturn(engine, method);
}

function fieldOfReturn(engine: Engine, method: FunctionSignature): string | undefined {
  const body: readonly Statement[] = engine.program.body(method.id)?.body ?? [];
  const load = body.find((statement) => statement.op === 'load');
  if (body.length > 2 || load?.op !== 'load') return undefined;
  return load.place.kind === 'field' || load.place.kind === 'static' ? load.place.field : undefined;
}
