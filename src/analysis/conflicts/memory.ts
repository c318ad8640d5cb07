/**
 * Conflicts over memory: two accesses of overlapping invocations to one shared place, one writes, no common lock, and the model
 * lets them overlap. What is wrong at the end decides the harm.
 */
import { locate } from '../../ir/index.js';
import type { Location } from '../../ir/index.js';
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { Access } from '../domain/access.js';
import { displayHolder, splitStep } from '../domain/access-path.js';
import { holderOf } from '../domain/cell.js';
import { isPlain } from '../engine.js';
import type { Engine } from '../engine.js';
import type { Harm, MemoryHazard } from '../hazard.js';
import type { SettingKind } from '../process-harm.js';
import type { Run } from '../run.js';
import { excluded, fieldOf, isExpiryOf, isLazy, isWithin, point, referenceWrites } from './case.js';
import type { Case } from './case.js';
import { undeclaredAccess } from './declared-guards.js';
import { firstRequestHarm } from './first-request.js';
import { freeListHarm } from './free-lists.js';
import { growthHarm } from './growth.js';
import { inconsistentLock } from './inconsistent-locks.js';
import { iterationHarm } from './iteration.js';
import { accumulation, leaks } from './leaks.js';
import { objectHarms } from './objects.js';
import { configurationHarm } from './configuration.js';
import { pairHarms } from './pairs.js';
import { publishedHarm } from './published.js';
import { threadHazards } from './per-thread.js';
import { refilled } from './refill.js';
import { isReading, isWriting } from '../walk/record.js';
import { comparePoints, pointOf } from './points.js';
import type { SourceText } from './points.js';
import { refreshHarms } from './refresh.js';
import { isChange, settingAt } from './settings.js';
import { isSecondOfPair, tornHarm } from './torn.js';
import { groupShared, isContent, objectTypes } from './sharing.js';
import type { SharedGroup } from './sharing.js';

/** Settings that no memory hazard is looked for at, whether or not invocations change them. */
const PROCESS_OBJECTS: ReadonlySet<SettingKind> = new Set(['environment', 'streams', 'working-directory'] as const);

/** What can go wrong at each place that invocations share, sorted by place, and in what threads keep; places where nothing can are left out. */
export function memoryHazards(engine: Engine, model: ExecutionModel, run: Run, source: SourceText): readonly MemoryHazard[] {
  return [...sharedHazards(engine, model, run, source), ...threadHazards(engine, model, run, source)];
}

function sharedHazards(engine: Engine, model: ExecutionModel, run: Run, source: SourceText): readonly MemoryHazard[] {
  const groups = groupShared(run, model);
  const judged = groups.map((group): Case => {
    const types = objectTypes(engine, group.accesses).flatMap((type) => engine.knowledge.type(type) ?? []);
    return { engine, model, run, source, group: withPossibleAccesses(engine, group), types };
  });
  const found = judged.map((place) => ({ judged: place, harms: harmsOf(place) }));
  const renewed = groups.filter((group) => referenceWrites(group).some((write) => write.value?.fresh)).map((group) => group.holder);
  const exchanged = found.flatMap(({ judged: { group }, harms }) => (isExchanged(group, harms) ? [group.holder] : []));
  return found.flatMap(({ judged: { group, types }, harms: all }) => {
    if (isIn(group, exchanged)) return [];
    const harms = all.filter((harm) => !isConsequence(harm, group, renewed));
    if (harms.length === 0) return [];
    const points = group.accesses.map((access) => pointOf(engine.program, source, access)).sort(comparePoints);
    return mendedApart(harms).map((together) => ({
      kind: 'memory' as const, model, place: group.holder, name: nameOf(group, run), declaredAt: declarationOf(engine, group),
      concurrency: types[0]?.concurrency, harms: together, accesses: points, ...(group.ownThreads ? { ownThreads: true } : {}),
    }));
  });
}

/** One hazard holds all harms of a place; but what several functions close has to be mended in each of them. */
function mendedApart(harms: readonly Harm[]): readonly (readonly Harm[])[] {
  const [, ...others] = harms.filter((harm) => harm.kind === 'pool-closed');
  return [harms.filter((harm) => !others.some((other) => other === harm)), ...others.map((harm) => [harm])];
}

/** Every invocation puts a new object there, which holds its data. */
function isExchanged(group: SharedGroup, harms: readonly Harm[]): boolean {
  return harms.some((harm) => harm.kind === 'leak') && referenceWrites(group).some((write) => write.value?.fresh && !isLazy(write));
}

/** All that is written, or else all that is used, belongs to an object that one of `holders` refers to. */
function isIn(group: SharedGroup, holders: readonly string[]): boolean {
  const writes = group.accesses.filter((access) => isWriting(access.kind));
  const accesses = writes.length > 0 ? writes : group.accesses;
  return holders.some((holder) => accesses.every((access) => isWithin(access.path, holder)));
}

/** A field of a plain type has no contents: where a container seems to be changed there, the two were confused on the way. */
function withPossibleAccesses(engine: Engine, group: SharedGroup): SharedGroup {
  const type = fieldOf(engine, group)?.type;
  return type && isPlain(engine, type.name) ? { ...group, accesses: group.accesses.filter((access) => !isContent(access)) } : group;
}

/** What is stored in an object that invocations replace is lost with it: the replacement is the finding, this would say it again. */
function isConsequence(harm: Harm, group: SharedGroup, renewed: readonly string[]): boolean {
  if (harm.kind !== 'lazy-init' && !(harm.kind === 'race' && !harm.varies)) return false;
  return isIn(group, renewed);
}

function harmsOf(judged: Case): readonly Harm[] {
  const { model, group } = judged;
  if (isProcessObject(judged)) return [];
  // Threads that the handler starts share memory under every model.
  if (group.ownThreads) return taskHarms(judged);
  if (model.memory === 'never') return [...accumulation(judged), ...firstRequestHarm(judged), ...configurationHarm(judged), ...growthHarm(judged)];
  const raced = races(judged);
  // What is set anew each time, or whenever it has expired, is not initialised, whatever is asked before.
  const isSetInTurn = raced.some((harm) => harm.kind === 'race' && harm.varies);
  const refreshes = refreshHarms(judged);
  const isSetAgain = isSetInTurn || refreshes.length > 0;
  const pairs = pairHarms(judged).filter((harm) => !isSetAgain || harm.kind !== 'lazy-init' || harm.later !== undefined);
  const found = [...leaks(judged), ...objectHarms(judged), ...configurationHarm(judged), ...freeListHarm(judged), ...pairs, ...refreshes, ...iterationHarm(judged), ...tornHarm(judged), ...raced];
  const harms = [found, publishedHarm(judged), firstRequestHarm(judged)].find((some) => some.length > 0) ?? [];
  const undeclared = undeclaredAccess(judged);
  return [...harms, ...(undeclared.length > 0 ? undeclared : inconsistentLock(judged, harms)), ...growthHarm(judged)];
}

/** What threads or tasks of one invocation do to each other: tasks of one thread take turns, as invocations do. */
function taskHarms(judged: Case): readonly Harm[] {
  const { model, group } = judged;
  const taskModel: ExecutionModel = group.accesses.some((access) => access.thread === 'other-thread') ? { ...model, memory: 'anywhere' } : model;
  const among = { ...judged, model: taskModel };
  const lost = pairHarms(among).filter((harm) => harm.kind === 'lost-update');
  if (taskModel.memory !== 'anywhere') return lost;
  const found = [...objectHarms(among), ...lost, ...iterationHarm(among), ...overwritten(among)];
  return [...found, ...inconsistentLock(among, found)];
}

/** A variable that each thread sets for itself, and reads again: another one has set it in between. */
function overwritten(judged: Case): readonly Harm[] {
  const { accesses } = judged.group;
  for (const write of referenceWrites(judged.group)) {
    if (write.thread !== 'other-thread' || write.value === undefined || write.value.isNull || write.value.plain !== undefined) continue;
    const read = accesses.find((access) => access.thread === 'other-thread' && isReading(access.kind) && !isContent(access) && !access.exposed && !excluded(judged, write, access));
    if (read) return [{ kind: 'race', write: point(judged, write), other: point(judged, read), varies: true }];
  }
  return [];
}

/** Environment variables, standard streams and other settings of the process belong to other rules. */
function isProcessObject({ engine, group }: Case): boolean {
  const settings = group.accesses.map((access) => settingAt(engine, access.path));
  return settings.every((setting) => setting !== undefined && (PROCESS_OBJECTS.has(setting) || group.accesses.some(isChange)));
}

/** Unordered accesses to plain memory: only where the model interleaves anywhere. */
function races(judged: Case): readonly Harm[] {
  if (judged.model.memory !== 'anywhere' || isSecondOfPair(judged)) return [];
  for (const write of referenceWrites(judged.group)) {
    const others = judged.group.accesses.filter((access) => !isContent(access) && (access !== write || !write.value?.isNull) && !excluded(judged, write, access));
    const other = others.find((access) => isReading(access.kind)) ?? others[0];
    // The time of a refresh is part of what is said of the refresh.
    if (write.dependsOn.some((dependency) => isExpiryOf(dependency, judged.group.holder))) continue;
    if (fieldOf(judged.engine, judged.group)?.isVolatile || write.dependsOn.some((dependency) => dependency.via === 'guard' && dependency.alone === true && holderOf(dependency.path) !== judged.group.holder)) continue;
    if (!other) continue;
    const changed = turn(judged);
    return [changed ?? { kind: 'race', write: point(judged, write), other: point(judged, other), varies: false }];
  }
  return refilled(judged);
}

/** An invocation replaces a value that it has stored there itself, and what is there is read. */
function turn(judged: Case): Harm | undefined {
  const write = referenceWrites(judged.group).find((access) => access.replaces);
  const read = write && judged.group.accesses.find((access) => isReading(access.kind) && !isContent(access) && !excluded(judged, write, access));
  return write && read && { kind: 'race', write: point(judged, write), other: point(judged, read), varies: true };
}

function nameOf(group: SharedGroup, run: Run): string {
  const access = group.accesses.find((candidate) => !isContent(candidate)) ?? group.accesses[0];
  const named = access?.path.root.kind === 'fresh' ? variableOf(run, access) ?? access : access;
  return named ? displayHolder(named.path) : group.holder;
}

/** The same access under the name of the variable through which it is made. */
function variableOf({ invocation }: Run, { site, kind }: Access): Access | undefined {
  return invocation.accesses.find((access) => access.site.at === site.at && access.kind === kind && access.path.root.kind === 'captured');
}

function declarationOf(engine: Engine, group: SharedGroup): Location | undefined {
  const field = fieldOf(engine, group);
  const root = group.accesses[0]?.path.root;
  const step = group.holder.split('/')[0] ?? '';
  const type = root?.kind === 'static' ? root.type : splitStep(step).type;
  const file = engine.program.fileOfType(type);
  const module = file === undefined ? undefined : engine.program.module(file);
  return field && module ? locate(module.file, module.lineStarts, field.at) : undefined;
}
