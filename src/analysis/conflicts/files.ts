/** Conflicts over files: two overlapping invocations of one environment, or two of its initialisations, use one path. */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { FileOperation } from '../domain/access.js';
import { groupBy } from '../domain/group-by.js';
import { isRequest, joinMarks } from '../domain/marks.js';
import { displayText } from '../domain/text.js';
import type { Engine } from '../engine.js';
import type { FileHazard, PathClass } from '../hazard.js';
import type { Run } from '../run.js';
import { lastingFiles } from './file-growth.js';
import { isDoneInTurns } from './locked-files.js';
import { pathUses } from './path-uses.js';
import type { PathUse } from './path-uses.js';
import { comparePoints, pointOf } from './points.js';
import type { SourceText } from './points.js';
import { siteKey } from '../domain/summary.js';

export function fileHazards(engine: Engine, model: ExecutionModel, run: Run, source: SourceText): readonly FileHazard[] {
  const known = pathUses(engine, model, run);
  const uses = sharedUses(known);
  const byPath = [...groupBy(uses, ({ rendered }) => rendered)].sort(([a], [b]) => (a.rendered < b.rendered ? -1 : 1));
  const hazards = byPath.flatMap((list) => (isDoneInTurns(run, model, [...list, ...list.flatMap((use) => belowOf(use, uses))]) ? [] : judgePath(engine, model, source, list, uses)));
  const lasting = lastingFiles(model, known, run.invocation.files).map((use) => hazardOf(engine, model, source, { ...use, pathClass: 'unique' }, 'growth', [], []));
  return [...onePerOperation(hazards), ...lasting];
}

/** A use of a path that overlapping invocations may share. */
type SharedUse = PathUse & { readonly pathClass: PathClass };

function sharedUses(uses: readonly PathUse[]): readonly SharedUse[] {
  const isShared = (use: PathUse): use is SharedUse => use.pathClass !== undefined;
  return uses.filter(isShared).map((use) => (use.operation.effect === 'rename-to' ? placed(use, uses) : use));
}

/** What is put in place was made under another name before. */
function placed(use: SharedUse, uses: readonly PathUse[]): SharedUse {
  const moved = uses.filter(({ operation }) => operation.effect === 'rename-from' && siteKey(operation.site) === siteKey(use.operation.site)).map(({ rendered }) => rendered);
  const marks = uses.filter((made) => moved.includes(made.rendered)).map(({ operation }) => operation.contentMarks);
  return { ...use, operation: { ...use.operation, contentMarks: joinMarks(use.operation.contentMarks, ...marks) } };
}

/** From the name that certainly collides to the one that hardly does. */
const GRAVITY: readonly PathClass[] = ['constant', 'request', 'request-basename', 'process-id', 'thread-id', 'counter', 'few-random', 'time', 'weak-random', 'unreserved-name'];

/** An operation that may work on several paths is reported for the worst of them. */
function onePerOperation(hazards: readonly FileHazard[]): readonly FileHazard[] {
  const fromWorst = [...hazards].sort((a, b) => GRAVITY.indexOf(a.pathClass) - GRAVITY.indexOf(b.pathClass));
  const byOperation = groupBy(fromWorst, ({ operation: { location: { file, line, column } }, harm }) => `${file}:${line}:${column}:${harm}`);
  return byOperation.map(([worst, ...others]) => ({ ...worst, otherNames: others.filter(({ pathClass }) => pathClass === worst.pathClass).map(({ name }) => name) }));
}

const HARMFUL = new Set<FileOperation['effect']>(['write', 'append', 'delete', 'delete-tree', 'create-exclusive', 'replace', 'fill-directory', 'command', 'rename-from']);
const READING = new Set<FileOperation['effect']>(['read', 'command', 'list']);
/** The order in which an operation is chosen as the one to report. */
const PRIMARY: readonly FileOperation['effect'][] = ['write', 'append', 'fill-directory', 'command', 'replace', 'create-exclusive', 'delete-tree', 'delete', 'rename-from', 'rename-to'];

function isHarmful({ operation }: SharedUse, uses: readonly SharedUse[]): boolean {
  if (operation.effect === 'rename-to') return isRequest(operation.contentMarks) && uses.some((other) => READING.has(other.operation.effect));
  return HARMFUL.has(operation.effect);
}

function judgePath(engine: Engine, model: ExecutionModel, source: SourceText, uses: readonly SharedUse[], all: readonly SharedUse[]): readonly FileHazard[] {
  const profile = uses.find(({ operation }) => operation.effect === 'profile');
  if (profile) return [hazardOf(engine, model, source, profile, 'profile', uses, all)];
  const harmful = uses.filter((use) => isHarmful(use, uses)).sort((a, b) => rank(a) - rank(b) || a.operation.chain.length - b.operation.chain.length || a.operation.site.at.start - b.operation.site.at.start);
  const swept = harmful.find((use) => isSweep(use) && !(use.operation.effect === 'delete-tree' && uses.some(isOfOneFile)));
  const filled = harmful.find((use) => isCheckedBefore(use));
  const rest = harmful.find((use) => isStale(use, harmful)) ?? harmful.find((use) => use !== swept && !(swept && (isSweep(use) || use.operation.effect === 'delete')));
  const result: FileHazard[] = [];
  if (swept) result.push(hazardOf(engine, model, source, swept, 'sweep', uses, all));
  if (filled) result.push(hazardOf(engine, model, source, filled, 'check-then-fill', uses, all));
  else if (rest) result.push(hazardOf(engine, model, source, rest, 'shared-path', uses, all));
  return result;
}

/** To put the same whole file in place does no harm; to take away what was found there does. */
function isStale({ operation }: SharedUse, harmful: readonly SharedUse[]): boolean {
  const isRepeated = (use: SharedUse | undefined): boolean => use?.operation.effect === 'replace' && !isRequest(use.operation.contentMarks);
  return operation.effect === 'delete' && operation.guardedByExists.length > 0 && harmful.every((use) => isRepeated(use) || use.operation.effect === 'delete');
}

function rank(use: SharedUse): number {
  return PRIMARY.indexOf(use.operation.effect);
}

function hazardOf(engine: Engine, model: ExecutionModel, source: SourceText, chosen: SharedUse, harm: FileHazard['harm'], uses: readonly SharedUse[], all: readonly SharedUse[]): FileHazard {
  const related = [...uses, ...belowOf(chosen, all)];
  const harmful = uses.filter((use) => isHarmful(use, uses));
  const others = distinct(related.filter((use) => siteKey(use.operation.site) !== siteKey(chosen.operation.site)));
  const effects = new Set(related.map((use) => use.operation.effect));
  return {
    kind: 'file', model, place: chosen.rendered, name: chosen.rendered, otherNames: [], pathClass: chosen.pathClass, harm,
    operation: pointOf(engine.program, source, chosen.operation), effect: chosen.operation.effect,
    others: others.map((use) => ({ ...pointOf(engine.program, source, use.operation), effect: use.operation.effect })).sort(comparePoints),
    isDeleted: effects.has('delete') || effects.has('delete-tree'),
    isReadBack: effects.has('read') || effects.has('command') || effects.has('list'),
    contentFromRequest: harmful.some((use) => isRequest(use.operation.contentMarks)),
    atomicReplace: harmful.every((use) => use.operation.effect === 'replace' || use.operation.effect === 'rename-to'),
    atInit: chosen.atInit, ...(chosen.tool === undefined ? {} : { tool: chosen.tool }),
  };
}

/** Directories that invocations surely have in common; others are told apart at least a little. */
const SHARED_DIRECTORY: ReadonlySet<PathClass> = new Set(['constant', 'request', 'request-basename'] as const);

/** Deletes what a listing of a shared directory yields, or a shared directory with everything in it. */
function isSweep(use: SharedUse): boolean {
  const last = use.parts.at(-1);
  const deletes = use.operation.effect === 'delete' || use.operation.effect === 'delete-tree';
  if (deletes && last?.kind === 'hole' && last.entryOf) return SHARED_DIRECTORY.has(use.pathClass);
  return use.operation.effect === 'delete-tree' && use.pathClass === 'constant';
}

/** The path is that of a file, and no directory's. */
function isOfOneFile({ operation }: SharedUse): boolean {
  return OF_ONE_FILE.has(operation.effect);
}

const OF_ONE_FILE: ReadonlySet<FileOperation['effect']> = new Set(['write', 'append', 'read', 'replace', 'create-exclusive'] as const);

const FILLING: ReadonlySet<FileOperation['effect']> = new Set(['write', 'fill-directory', 'command', 'create-exclusive'] as const);

function isCheckedBefore(use: SharedUse): boolean {
  if (!FILLING.has(use.operation.effect)) return false;
  return use.operation.guardedByExists.some((guard) => guard.text.alternatives.some((parts) => {
    const checked = displayText(parts).replace(/\/+$/, '');
    return checked === use.rendered || use.rendered.startsWith(`${checked}/`);
  }));
}

/** Operations on paths below a directory that is deleted or filled. */
function belowOf(use: SharedUse, all: readonly SharedUse[]): readonly SharedUse[] {
  const isDirectory = use.operation.effect === 'delete-tree' || use.operation.effect === 'fill-directory';
  return isDirectory ? all.filter((other) => other.rendered.startsWith(`${use.rendered}/`)) : [];
}

function distinct(uses: readonly SharedUse[]): readonly SharedUse[] {
  const seen = new Set<string>();
  return uses.filter((use) => {
    const key = `${siteKey(use.operation.site)}:${use.operation.effect}`;
    return !seen.has(key) && seen.add(key);
  });
}
