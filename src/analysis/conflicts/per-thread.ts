/**
 * Request data in places that each thread has for itself. Nobody overwrites them from outside; but the thread serves the next
 * invocation with what this one has left, and a task or a method that goes on elsewhere finds what that thread has.
 */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { Access } from '../domain/access.js';
import { displayPath, simpleName } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { holderOf } from '../domain/cell.js';
import { isRequest } from '../domain/marks.js';
import type { Shape } from '../domain/shape.js';
import { literalText } from '../domain/text.js';
import { keyIn, threadPlaceOf } from '../domain/thread-values.js';
import type { Engine } from '../engine.js';
import type { Harm, MemoryHazard } from '../hazard.js';
import type { Run } from '../run.js';
import { isReading, isWriting } from '../walk/record.js';
import { byPosition } from './case.js';
import { comparePoints, pointOf } from './points.js';
import type { SourceText } from './points.js';
import { isContent } from './sharing.js';

type ThreadHarm = Extract<Harm, { kind: 'thread-value' }>;

/** What is wrong with one place, by which pair of accesses. */
interface Found {
  readonly why: ThreadHarm['why'];
  readonly write: Access;
  readonly read: Access;
}

/** All accesses to one place of the thread, and to what it refers to. */
interface ThreadGroup {
  readonly place: AccessPath;
  readonly accesses: readonly Access[];
}

export function threadHazards(engine: Engine, model: ExecutionModel, run: Run, source: SourceText): readonly MemoryHazard[] {
  const { threadData } = model;
  if (!threadData) return [];
  return groupByPlace(run).flatMap(({ place, accesses }) => {
    const found = judge(engine, model, run, { place, accesses });
    if (!found) return [];
    const point = (access: Access): ReturnType<typeof pointOf> => pointOf(engine.program, source, access);
    const harm: ThreadHarm = { kind: 'thread-value', why: found.why, write: point(found.write), read: point(found.read), isImplicit: found.read.isImplicit === true };
    const others = accesses.filter((access) => !access.isImplicit).map(point).sort(comparePoints);
    return [{ kind: 'memory' as const, model: { ...model, whyMemory: threadData.why }, place: place.key, name: nameOf(place), declaredAt: undefined, concurrency: 'per-thread' as const, harms: [harm], accesses: others }];
  });
}

function groupByPlace(run: Run): readonly ThreadGroup[] {
  const groups = new Map<string, { place: AccessPath; accesses: Access[] }>();
  for (const access of run.invocation.accesses) {
    const place = threadPlaceOf(access.path);
    if (!place || place.root.kind === 'fresh') continue;
    const group = groups.get(place.key);
    if (group) group.accesses.push(access);
    else groups.set(place.key, { place, accesses: [access] });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => ({ place: group.place, accesses: group.accesses.sort(byPosition) }));
}

/** From wrong data in a result to the loss of what was set. */
const GRAVITY: readonly ThreadHarm['why'][] = ['resumed', 'kept', 'kept-when-thrown', 'moved'];

/** The worst of what is wrong with the value itself, or with the fields of the object that is kept. */
function judge(engine: Engine, model: ExecutionModel, run: Run, group: ThreadGroup): Found | undefined {
  const cells = [...new Set(group.accesses.map((access) => holderOf(access.path)))].sort();
  const found = cells.flatMap((cell) => judgeCell(engine, model, run, group, group.accesses.filter((access) => holderOf(access.path) === cell)) ?? []);
  return found.sort((a, b) => GRAVITY.indexOf(a.why) - GRAVITY.indexOf(b.why))[0];
}

function judgeCell(engine: Engine, model: ExecutionModel, run: Run, group: ThreadGroup, accesses: readonly Access[]): Found | undefined {
  const write = accesses.find((access) => isSource(engine, access, accesses));
  if (!write) return undefined;
  const reads = accesses.filter((access) => isReading(access.kind));
  const resumed = model.threadData?.become === 'stay-behind' ? reads.find((read) => read.afterStaleWrite && read.thread !== 'other-thread') : undefined;
  if (resumed) return { why: 'resumed', write, read: resumed };
  const kept = stays(run, group.place);
  const found = kept && reads.find((read) => read.exposed && read.thread !== 'other-thread' && isFound(group, read));
  if (kept && found) return { why: kept, write, read: found };
  const isOwn = write.thread === 'own';
  const moved = isOwn ? reads.find((read) => read.thread !== 'own' && read.exposed && !read.isImplicit) : undefined;
  return moved && { why: 'moved', write, read: moved };
}

/** Whether an invocation leaves something there. */
function stays({ invocation: { left } }: Run, place: AccessPath): 'kept' | 'kept-when-thrown' | undefined {
  if (left.returned.get(place.key)?.is === 'set') return 'kept';
  return left.thrown.get(place.key)?.is === 'set' ? 'kept-when-thrown' : undefined;
}

/** Who looks into an object that this execution has put there itself does not find that of an earlier one. */
function isFound({ place, accesses }: ThreadGroup, read: Access): boolean {
  const own = accesses.filter((access) => access.path === place);
  return read.path === place || own.every((access) => !isWriting(access.kind)) || own.some((access) => isReading(access.kind) && access.exposed);
}

/** Stores request data: in the place, in a field of the object there, or in a collection that nobody empties and that is no cache. */
function isSource(engine: Engine, access: Access, accesses: readonly Access[]): boolean {
  const { knowledge } = engine;
  if (!isWriting(access.kind) || !access.value || access.value.isNull || !isRequest(access.value.marks)) return false;
  if (!isContent(access)) return access.value.shapes.length === 0 || !access.value.shapes.every((shape) => isBuffer(engine, shape));
  if (access.key && literalText(access.key.text) === undefined) return false;
  const isCollection = access.objectTypes.some((type) => { const kind = knowledge.type(type)?.collection; return kind !== undefined && kind !== 'text'; });
  return isCollection && !accesses.some((other) => isContent(other) && (other.kind === 'clear' || other.kind === 'remove'));
}

/** What is used again and again, whatever it held: text under construction, arrays, streams. */
function isBuffer({ knowledge }: Engine, shape: Shape): boolean {
  if (shape.kind !== 'instance') return shape.kind === 'array';
  const fact = knowledge.type(shape.type);
  return fact?.collection === 'text' || (fact?.concurrency === 'unsafe' && fact.collection === undefined);
}

/** `Orders.TENANT`, `MDC["order"]`. */
function nameOf(place: AccessPath): string {
  const key = keyIn(place.steps.at(-1));
  if (place.root.kind !== 'symbol') return displayPath(place);
  const holder = simpleName(place.root.name);
  return key === undefined ? holder : `${holder}["${key}"]`;
}
