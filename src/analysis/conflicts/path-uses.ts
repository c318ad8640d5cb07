/**
 * What a run does to paths of files: each operation once for every path that it may work on, with how that path tells
 * overlapping invocations apart. A path is as unique as its most unique part; the execution model says what does.
 */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { ProfileFact } from '../../knowledge/schema.js';
import type { FileOperation } from '../domain/access.js';
import { elementsOf } from '../domain/list-text.js';
import { isRequest } from '../domain/marks.js';
import { displayText } from '../domain/text.js';
import type { TextPart, Unique } from '../domain/text.js';
import type { Engine } from '../engine.js';
import type { PathClass } from '../hazard.js';
import type { Run } from '../run.js';
import { profilesAmong, wordsOfCommand } from './command-line.js';
import type { CommandPath } from './command-line.js';
import { withoutAddress, withoutWildcards } from './written-paths.js';
import { isCommon, isUnique } from './uniqueness.js';

/** One operation on one possible path. */
export interface PathUse {
  readonly operation: FileOperation;
  readonly parts: readonly TextPart[];
  readonly rendered: string;
  /** Absent: overlapping invocations have paths of their own. */
  readonly pathClass: PathClass | undefined;
  /** Before the first invocation. */
  readonly atInit: boolean;
  /** Whose profile it is. */
  readonly tool?: string;
}

const TEMPORARY = /^\/*(tmp|var\/tmp|dev\/shm)(\/|$)/;

/** Everything that is done to paths in a writable shared directory, at init and in invocations. */
export function pathUses({ knowledge: { profiles } }: Engine, model: ExecutionModel, run: Run): readonly PathUse[] {
  const folders = workingDirectories(run);
  return [
    ...(model.initialisesAtOnce ? run.init.files.flatMap((operation) => usesOf(operation, { model, folders, profiles, atInit: true })) : []),
    ...run.invocation.files.flatMap((operation) => usesOf(operation, { model, folders, profiles, atInit: false })),
  ];
}

/** Directories into which the process may have changed: relative names lie there. */
function workingDirectories(run: Run): readonly (readonly TextPart[])[] {
  return [...run.init.files, ...run.invocation.files].filter(({ effect }) => effect === 'change-directory').flatMap(({ text }) => text.alternatives.filter(isTemporary));
}

interface Circumstances {
  readonly model: ExecutionModel;
  readonly folders: readonly (readonly TextPart[])[];
  readonly profiles: readonly ProfileFact[];
  readonly atInit: boolean;
}

function usesOf(operation: FileOperation, { model, folders, profiles, atInit }: Circumstances): readonly PathUse[] {
  return namedPaths(operation, profiles).flatMap(({ parts, effect, tool }) => inDirectory(parts).flatMap((path) => (effect === 'command' ? [path] : withFolder(path, folders))).flatMap((full) => {
    if (!isTemporary(full) && !isHome(full)) return [];
    const pathClass = isUnique(full, model, atInit) ? undefined : (classify(full, model, atInit) ?? reusedName(operation));
    if (pathClass === undefined && !isUnique(full, model, atInit)) return [];
    return [{ operation: { ...operation, effect }, parts: full, rendered: displayText(full).replace(/\/+$/, ''), pathClass, atInit, ...(tool === undefined ? {} : { tool }) }];
  }));
}

/** The paths that an operation names, with what is done to each. */
function namedPaths({ effect, text, call, isAddress }: FileOperation, profiles: readonly ProfileFact[]): readonly CommandPath[] {
  switch (effect) {
    case 'command': return wordsOfCommand(text, profiles);
    case 'options': return profilesAmong(text, profiles);
    case 'profile': return text.alternatives.map((parts) => ({ parts: withoutAddress(parts), effect, tool: profiles.find(({ names }) => names.includes(call))?.tool ?? 'the program' }));
    default: return text.alternatives.filter((parts) => !isAddress || withoutAddress(parts) !== parts).flatMap(elementsOf).map((parts) => ({ parts: withoutWildcards(withoutAddress(parts), effect), effect }));
  }
}

/** Where a program keeps what is not said otherwise. */
function isHome(parts: readonly TextPart[]): boolean {
  const first = parts[0];
  return first?.kind === 'literal' && first.text === '$HOME';
}

/** A relative name lies in each directory that may be the current one. */
function withFolder(parts: readonly TextPart[], folders: readonly (readonly TextPart[])[]): readonly (readonly TextPart[])[] {
  const first = parts[0];
  if (first?.kind !== 'literal' || !/^[\w.]/.test(first.text) || /^\w+:/.test(first.text)) return [parts];
  const name = first.text.replace(/^\.\//, '');
  return [parts, ...folders.map((folder): readonly TextPart[] => [...folder, { kind: 'literal', text: `/${name}` }, ...parts.slice(1)])];
}

/** The entry of a listing stands for its full path where nothing was put before it. */
function inDirectory(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const first = parts[0];
  if (first?.kind !== 'hole' || !first.entryOf) return [parts];
  return first.entryOf.alternatives.map((directory) => [...directory, { kind: 'literal', text: '/' }, ...parts]);
}

/** Only what surely lies in a writable shared directory is judged; where the rest of the file system is, nobody knows. */
export function isTemporary(parts: readonly TextPart[]): boolean {
  const first = parts[0];
  if (first?.kind === 'hole') return first.unique.some(({ source }) => source === 'unreserved-name' || source === 'created-file' || source === 'created-directory');
  return first !== undefined && TEMPORARY.test(first.text);
}

/** How the path tells overlapping invocations apart; nothing when a part is not understood. */
function classify(parts: readonly TextPart[], model: ExecutionModel, atInit: boolean): PathClass | undefined {
  const holes = parts.filter((part) => part.kind === 'hole');
  const isShared = (unique: Unique): boolean => !atInit && isCommon(unique, model);
  const sources = holes.flatMap((hole) => hole.unique.filter((unique) => !isShared(unique)).map((unique) => ({ unique, distinction: model.distinguishes(unique) })));
  const weak = sources.find((source) => source.distinction === 'weak') ?? sources[0];
  if (weak) return classOfSource(weak.unique, weak.distinction === 'weak');
  const request = holes.filter((hole) => isRequest(hole.marks) && !hole.entryOf);
  if (request.length > 0) return request.every((hole) => hole.basename === true || hole.name === 'extension') ? 'request-basename' : 'request';
  return holes.every((hole) => hole.fixed === true || hole.entryOf !== undefined || hole.unique.some(isShared)) ? 'constant' : undefined;
}

/** Whoever asks whether the file is there expects to find what another invocation has left: the name is no invocation's own. */
function reusedName(operation: FileOperation): PathClass | undefined {
  const isRemoved = operation.effect === 'delete' || operation.effect === 'delete-tree';
  return operation.guardedByExists.length > 0 && !isRemoved ? 'constant' : undefined;
}

function classOfSource(unique: Unique, isWeak: boolean): PathClass {
  switch (unique.source) {
    case 'random': return isWeak ? 'weak-random' : 'few-random';
    case 'time': return 'time';
    case 'counter': return 'counter';
    case 'process-id': return 'process-id';
    case 'thread-id': return 'thread-id';
    case 'unreserved-name': return 'unreserved-name';
    case 'request-id': case 'created-file': case 'created-directory': return 'time';
  }
}
