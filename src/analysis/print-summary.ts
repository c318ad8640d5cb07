/**
 * The readable text form of summaries, for `--print summaries`: what each function does in terms of its own parameters, and what
 * an invocation does in the end. A finding rests on lines of the latter, and these on the former, call by call.
 */
import { fileOf } from '../ir/index.js';
import type { FunctionBody } from '../ir/index.js';
import { locationOf } from './conflicts/points.js';
import type { Access, Dependency, FileOperation, Site } from './domain/access.js';
import { ELEMENT } from './domain/access-path.js';
import type { AccessPath, Root } from './domain/access-path.js';
import { fieldName } from './domain/cell.js';
import type { LockEvent } from './domain/lock-event.js';
import type { HeldLock } from './domain/lock-set.js';
import { CONTEXT, RECEIVER, REQUEST, parameterMark } from './domain/marks.js';
import type { Marks } from './domain/marks.js';
import { displayText } from './domain/text.js';
import type { ThreadValues } from './domain/thread-values.js';
import type { Value } from './domain/value.js';
import type { Engine, MadeSummary } from './engine.js';
import type { Phase } from './run.js';
import { isReading } from './walk/record.js';

/** Every summary of the last invocation round in the order of the source, one for each context. */
export function printSummaries(engine: Engine): string {
  const made = [...engine.summaries()].sort((a, b) => compare(fileOf(a.fn.id), fileOf(b.fn.id)) || a.fn.at.start - b.fn.at.start || compare(a.fn.id, b.fn.id));
  return made.map((entry) => printSummary(engine, entry)).join('\n');
}

/** What one invocation of all entry points does to what it shares with others. */
export function printInvocation(engine: Engine, { accesses, files, lockEvents, left }: Phase): string {
  const lines = [
    ...accesses.map((access) => accessLine(engine, undefined, access)), ...files.map((file) => fileLine(engine, undefined, file)),
    ...lockEvents.map((event) => eventLine(engine, undefined, event)), ...threadLines(undefined, left.returned),
  ];
  return ['invocation', ...lines].join('\n') + '\n';
}

function printSummary(engine: Engine, { fn, context, summary }: MadeSummary): string {
  const parameters = fn.parameters.map((parameter, index) => `${parameter.name}${shapesOf(context.args[index])}`).join(', ');
  const lines = [`summary ${fn.name}(${parameters})${receiverOf(context.receiver)} at ${place(engine, { function: fn.id, at: fn.at })}`];
  lines.push(...summary.accesses.map((access) => accessLine(engine, fn, access)), ...summary.files.map((file) => fileLine(engine, fn, file)));
  lines.push(...summary.lockEvents.map((event) => eventLine(engine, fn, event)), ...threadLines(fn, summary.threadValues));
  for (const entry of summary.exit) lines.push(`  leaves ${printPath(fn, entry.path)}${about(fn, entry.value)}`);
  for (const lock of summary.acquired) lines.push(`  keeps ${printLock(fn, lock)}`);
  for (const path of summary.released) lines.push(`  gives back ${printPath(fn, path)}`);
  const returned = about(fn, summary.returns);
  if (returned !== '') lines.push(`  returns${returned}`);
  if (summary.maySuspend) lines.push('  may suspend');
  if (summary.diverges) lines.push('  never returns normally');
  return lines.join('\n') + '\n';
}

function accessLine(engine: Engine, fn: FunctionBody | undefined, access: Access): string {
  const details = [
    access.value && `value${about(fn, { ...access.value, paths: [] })}`,
    access.key && `key${inputs(fn, access.key.marks)}`,
    access.locks.length > 0 && `holding ${access.locks.map((lock) => printLock(fn, lock)).join(', ')}`,
    access.thread !== 'own' && `on ${access.thread === 'later' ? 'a later turn' : 'another thread'}`,
    access.afterSuspension && 'after a suspension',
    isReading(access.kind) && !access.exposed && 'after a write of its own',
    access.afterStaleWrite && 'after an outdated write',
    ...access.dependsOn.map((dependency) => printDependency(engine, fn, dependency)),
    via(engine, fn, access.chain),
  ].filter((detail) => typeof detail === 'string');
  return `  ${place(engine, access.site, fn)} ${access.kind} ${printPath(fn, access.path)}${types(access)}${details.map((detail) => `; ${detail}`).join('')}`;
}

function fileLine(engine: Engine, fn: FunctionBody | undefined, file: FileOperation): string {
  const details = [
    file.guardedByExists.length > 0 && 'if it exists or not',
    file.contentMarks !== 0 && `content${inputs(fn, file.contentMarks)}`,
    via(engine, fn, file.chain),
  ].filter((detail) => typeof detail === 'string');
  return `  ${place(engine, file.site, fn)} file ${file.effect} ${file.text.alternatives.map(displayText).join(' | ')}${details.map((detail) => `; ${detail}`).join('')}`;
}

/** Taking a lock, or a long wait, and what is held then. */
function eventLine(engine: Engine, fn: FunctionBody | undefined, event: LockEvent): string {
  const what = event.kind === 'taken' ? `takes ${printLock(fn, event.lock)}` : `waits for ${event.what}`;
  const details = [event.held.length > 0 && `holding ${event.held.map((lock) => printLock(fn, lock)).join(', ')}`, via(engine, fn, event.chain)];
  return `  ${place(engine, event.site, fn)} ${what}${details.map((detail) => (typeof detail === 'string' ? `; ${detail}` : '')).join('')}`;
}

function threadLines(fn: FunctionBody | undefined, values: ThreadValues): readonly string[] {
  return [...values.values()].map(({ path, is, isBehind }) => `  leaves ${printPath(fn, path)} ${is}${isBehind ? ' on another thread' : ''}`);
}

/** The call sites on the way; the frames that start the analysis have no source. */
function via(engine: Engine, fn: FunctionBody | undefined, chain: readonly Site[]): string | undefined {
  const calls = chain.filter((call) => !call.function.startsWith('#'));
  return calls.length === 0 ? undefined : `via ${calls.map((call) => place(engine, call, fn)).join(' > ')}`;
}

function printDependency(engine: Engine, fn: FunctionBody | undefined, { path, site, via, test, stale, expires }: Dependency): string {
  const how = via === 'value' ? 'computed from' : expires ? 'if expired' : test ? 'if tested' : 'if compared';
  return `${how} ${printPath(fn, path)} (${place(engine, site, fn)}${stale ? ', outdated' : ''})`;
}

function printLock(fn: FunctionBody | undefined, { paths, mode }: HeldLock): string {
  return `${paths.map((path) => printPath(fn, path)).join(' or ') || 'an unknown lock'}${mode === 'shared' ? ' (shared)' : ''}`;
}

function types(access: Access): string {
  return access.objectTypes.length === 0 ? '' : `: ${access.objectTypes.join(' | ')}`;
}

function about(fn: FunctionBody | undefined, value: Pick<Value, 'paths' | 'shapes' | 'marks'>): string {
  const names = [...new Set([...value.shapes.map((shape) => shape.key), ...value.paths.map((path) => printPath(fn, path))])];
  return `${names.length === 0 ? '' : ` ${names.join(' | ')}`}${inputs(fn, value.marks)}`;
}

/** From which inputs a value derives. */
function inputs(fn: FunctionBody | undefined, marks: Marks): string {
  const names = [
    ...(marks & REQUEST ? ['the event'] : []), ...(marks & CONTEXT ? ['the context'] : []), ...(marks & RECEIVER ? ['this'] : []),
    ...(fn?.parameters ?? []).flatMap((parameter, index) => (marks & parameterMark(index) ? [parameter.name] : [])),
  ];
  return names.length === 0 ? '' : ` from ${names.join(', ')}`;
}

function shapesOf(value: Value | undefined): string {
  return value && value.shapes.length > 0 ? `: ${value.shapes.map((shape) => shape.key).join(' | ')}` : '';
}

function receiverOf(receiver: Value | undefined): string {
  return receiver && receiver.shapes.length > 0 ? ` on ${receiver.shapes.map((shape) => shape.key).join(' | ')}` : '';
}

/** A path with the names that the function itself uses. */
function printPath(fn: FunctionBody | undefined, { root, steps }: AccessPath): string {
  return printRoot(fn, root) + steps.map((step) => (step === ELEMENT ? ELEMENT : `.${fieldName(step)}`)).join('');
}

function printRoot(fn: FunctionBody | undefined, root: Root): string {
  switch (root.kind) {
    case 'parameter': return fn?.parameters[root.index]?.name ?? `parameter ${root.index}`;
    case 'this': return 'this';
    case 'captured': return `captured ${root.name}`;
    case 'module': return `module ${root.name}`;
    case 'static': return `static ${root.type}.${root.field}`;
    case 'symbol': return `@${root.name}`;
    case 'entry-object': return `handler ${root.type}`;
    case 'type': return `class ${root.type}`;
    case 'fresh': return 'own object';
  }
}

/** File and line; the line alone inside the file of `fn`. */
function place({ program }: Engine, site: Site, fn?: FunctionBody): string {
  const at = locationOf(program, site);
  return `${fn && fileOf(fn.id) === at.file ? '' : at.file}:${at.line}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
