/**
 * Conflicts over files: two overlapping invocations of one environment use one path. A path is as unique as its most unique
 * part; the execution model says what tells overlapping invocations apart.
 */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { FileOperation } from '../domain/access.js';
import { isRequest } from '../domain/marks.js';
import { displayText } from '../domain/text.js';
import type { TextPart, Unique } from '../domain/text.js';
import type { Engine } from '../engine.js';
import type { FileHazard, PathClass } from '../hazard.js';
import type { Run } from '../run.js';
import { wordsOfCommand } from './command-line.js';
import { comparePoints, pointOf } from './points.js';
import type { SourceText } from './points.js';
import { siteKey } from '../domain/summary.js';
import { isCommon, isUnique } from './uniqueness.js';

/** One operation on one possible path. */
interface PathUse {
  readonly operation: FileOperation;
  readonly parts: readonly TextPart[];
  readonly rendered: string;
  readonly pathClass: PathClass;
}

const TEMPORARY = /^\/?(tmp|var\/tmp|dev\/shm)(\/|$)/;

export function fileHazards(engine: Engine, model: ExecutionModel, run: Run, source: SourceText): readonly FileHazard[] {
  const uses = run.invocation.files.flatMap((operation) => usesOf(operation, model));
  const byPath = new Map<string, PathUse[]>();
  for (const use of uses) {
    const list = byPath.get(use.rendered);
    if (list) list.push(use);
    else byPath.set(use.rendered, [use]);
  }
  const hazards = [...byPath].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, list]) => judgePath(engine, model, source, list, uses));
  return onePerOperation(hazards);
}

/** From the name that certainly collides to the one that hardly does. */
const GRAVITY: readonly PathClass[] = ['constant', 'request', 'request-basename', 'process-id', 'thread-id', 'counter', 'time', 'weak-random', 'unreserved-name'];

/** An operation that may work on several paths is reported for the worst of them. */
function onePerOperation(hazards: readonly FileHazard[]): readonly FileHazard[] {
  const seen = new Set<string>();
  return [...hazards].sort((a, b) => GRAVITY.indexOf(a.pathClass) - GRAVITY.indexOf(b.pathClass)).filter((hazard) => {
    const { file, line, column } = hazard.operation.location;
    const key = `${file}:${line}:${column}:${hazard.harm}`;
    return !seen.has(key) && seen.add(key);
  });
}

function usesOf(operation: FileOperation, model: ExecutionModel): readonly PathUse[] {
  const paths = operation.effect === 'command' ? wordsOfCommand(operation.text) : operation.text.alternatives.map((parts) => ({ parts, effect: operation.effect }));
  return paths.flatMap(({ parts, effect }) => inDirectory(parts).flatMap((full) => {
    const pathClass = isTemporary(full) ? (classify(full, model) ?? reusedName(operation, full, model)) : undefined;
    return pathClass ? [{ operation: { ...operation, effect }, parts: full, rendered: displayText(full).replace(/\/+$/, ''), pathClass }] : [];
  }));
}

/** The entry of a listing stands for its full path where nothing was put before it. */
function inDirectory(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const first = parts[0];
  if (first?.kind !== 'hole' || !first.entryOf) return [parts];
  return first.entryOf.alternatives.map((directory) => [...directory, { kind: 'literal', text: '/' }, ...parts]);
}

/** Only what surely lies in a writable shared directory is judged; where the rest of the file system is, nobody knows. */
function isTemporary(parts: readonly TextPart[]): boolean {
  const first = parts[0];
  if (first?.kind === 'hole') return first.unique.some((unique) => unique.source === 'unreserved-name');
  return first !== undefined && TEMPORARY.test(first.text);
}

/** How the path tells overlapping invocations apart; nothing when it does, or when a part is not understood. */
export function classify(parts: readonly TextPart[], model: ExecutionModel): PathClass | undefined {
  const holes = parts.filter((part) => part.kind === 'hole');
  if (isUnique(parts, model)) return undefined;
  const sources = holes.flatMap((hole) => hole.unique.filter((unique) => !isCommon(unique, model)).map((unique) => ({ unique, distinction: model.distinguishes(unique) })));
  const weak = sources.find((source) => source.distinction === 'weak') ?? sources[0];
  if (weak) return classOfSource(weak.unique);
  const request = holes.filter((hole) => isRequest(hole.marks) && !hole.entryOf);
  if (request.length > 0) return request.every((hole) => hole.basename === true || hole.name === 'extension') ? 'request-basename' : 'request';
  return holes.every((hole) => hole.fixed === true || hole.entryOf !== undefined || hole.unique.some((unique) => isCommon(unique, model))) ? 'constant' : undefined;
}

/** Whoever asks whether the file is there expects to find what another invocation has left: the name is no invocation's own. */
function reusedName(operation: FileOperation, parts: readonly TextPart[], model: ExecutionModel): PathClass | undefined {
  const isRemoved = operation.effect === 'delete' || operation.effect === 'delete-tree';
  return operation.guardedByExists.length > 0 && !isUnique(parts, model) && !isRemoved ? 'constant' : undefined;
}

function classOfSource(unique: Unique): PathClass {
  switch (unique.source) {
    case 'random': return 'weak-random';
    case 'time': return 'time';
    case 'counter': return 'counter';
    case 'process-id': return 'process-id';
    case 'thread-id': return 'thread-id';
    case 'unreserved-name': return 'unreserved-name';
    case 'request-id': case 'created-file': case 'created-directory': return 'time';
  }
}

const HARMFUL = new Set<FileOperation['effect']>(['write', 'append', 'delete', 'delete-tree', 'create-exclusive', 'replace', 'fill-directory', 'command', 'rename-from']);
/** The order in which an operation is chosen as the one to report. */
const PRIMARY: readonly FileOperation['effect'][] = ['write', 'append', 'fill-directory', 'command', 'replace', 'create-exclusive', 'delete-tree', 'delete', 'rename-from'];

function judgePath(engine: Engine, model: ExecutionModel, source: SourceText, uses: readonly PathUse[], all: readonly PathUse[]): readonly FileHazard[] {
  const harmful = uses.filter((use) => HARMFUL.has(use.operation.effect)).sort((a, b) => rank(a) - rank(b) || a.operation.chain.length - b.operation.chain.length || a.operation.site.at.start - b.operation.site.at.start);
  const swept = harmful.find((use) => isSweep(use));
  const filled = harmful.find((use) => isCheckedBefore(use));
  const rest = harmful.find((use) => !isSweep(use) && !(swept && use.operation.effect === 'delete'));
  const result: FileHazard[] = [];
  if (swept) result.push(hazardOf(engine, model, source, swept, 'sweep', uses, all));
  if (filled) result.push(hazardOf(engine, model, source, filled, 'check-then-fill', uses, all));
  else if (rest) result.push(hazardOf(engine, model, source, rest, 'shared-path', uses, all));
  return result;
}

function rank(use: PathUse): number {
  return PRIMARY.indexOf(use.operation.effect);
}

function hazardOf(engine: Engine, model: ExecutionModel, source: SourceText, chosen: PathUse, harm: FileHazard['harm'], uses: readonly PathUse[], all: readonly PathUse[]): FileHazard {
  const related = [...uses, ...belowOf(chosen, all)];
  const harmful = uses.filter((use) => HARMFUL.has(use.operation.effect));
  const others = distinct(related.filter((use) => siteKey(use.operation.site) !== siteKey(chosen.operation.site)));
  const effects = new Set(related.map((use) => use.operation.effect));
  return {
    kind: 'file', model, place: chosen.rendered, name: chosen.rendered, pathClass: chosen.pathClass, harm,
    operation: pointOf(engine.program, source, chosen.operation), effect: chosen.operation.effect,
    others: others.map((use) => ({ ...pointOf(engine.program, source, use.operation), effect: use.operation.effect })).sort(comparePoints),
    isDeleted: effects.has('delete') || effects.has('delete-tree'),
    isReadBack: effects.has('read') || effects.has('command') || effects.has('list'),
    contentFromRequest: harmful.some((use) => isRequest(use.operation.contentMarks)),
    atomicReplace: harmful.every((use) => use.operation.effect === 'replace'),
  };
}

/** Directories that invocations surely have in common; others are told apart at least a little. */
const SHARED_DIRECTORY: ReadonlySet<PathClass> = new Set(['constant', 'request', 'request-basename'] as const);

/** Deletes what a listing of a shared directory yields, or a shared directory with everything in it. */
function isSweep(use: PathUse): boolean {
  const last = use.parts.at(-1);
  const deletes = use.operation.effect === 'delete' || use.operation.effect === 'delete-tree';
  if (deletes && last?.kind === 'hole' && last.entryOf) return SHARED_DIRECTORY.has(use.pathClass);
  return use.operation.effect === 'delete-tree' && use.pathClass === 'constant';
}

function isCheckedBefore(use: PathUse): boolean {
  const effect = use.operation.effect;
  if (effect !== 'write' && effect !== 'fill-directory' && effect !== 'command') return false;
  return use.operation.guardedByExists.some((guard) => guard.text.alternatives.some((parts) => {
    const checked = displayText(parts).replace(/\/+$/, '');
    return checked === use.rendered || use.rendered.startsWith(`${checked}/`);
  }));
}

/** Operations on paths below a directory that is deleted or filled. */
function belowOf(use: PathUse, all: readonly PathUse[]): readonly PathUse[] {
  const isDirectory = use.operation.effect === 'delete-tree' || use.operation.effect === 'fill-directory';
  return isDirectory ? all.filter((other) => other.rendered.startsWith(`${use.rendered}/`)) : [];
}

function distinct(uses: readonly PathUse[]): readonly PathUse[] {
  const seen = new Set<string>();
  return uses.filter((use) => {
    const key = `${siteKey(use.operation.site)}:${use.operation.effect}`;
    return !seen.has(key) && seen.add(key);
  });
}
