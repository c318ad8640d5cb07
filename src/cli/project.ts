/**
 * The PATHs of the command line as one project. Several repositories become one whose root is the nearest folder above all
 * of them.
 */
import { statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { SourceProject } from '../frontends/frontend.js';
import { languageOfFile } from '../inventory/programs.js';
import { withInlineCode } from '../inventory/inline-project.js';
import { openSourceProject, type ProjectFiles } from '../inventory/source-project.js';
import type { Problem } from '../ir/index.js';
import type { RequestedEntry } from '../inventory/index.js';
import type { Arguments } from './arguments.js';
import { errorCode, UserError } from './user-error.js';

/** What is to be audited; names are those of the project. */
export interface Audited {
  readonly project: SourceProject;
  readonly entries: readonly RequestedEntry[];
  readonly templates: readonly string[];
  /** Number of files passed over, by reason. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** Everything that could not be read so far. */
  problems(): readonly Problem[];
  /** Data with each place in code that a template holds replaced by the place in the template. */
  readonly relocated: <T>(value: T) => T;
}

/** A PATH: the folder, and the file when it is one. */
interface Target {
  readonly folder: string;
  readonly entries: readonly RequestedEntry[];
  readonly templates: readonly string[];
}

/** One PATH opened: how its names begin in the project of all. */
interface Part {
  readonly files: ProjectFiles;
  readonly prefix: string;
}

/** Opens `args.paths`, which are relative to `cwd`. */
export function openAudited(args: Arguments, cwd: string): Audited {
  const targets = outermost(args.paths.map((name) => targetOf(name, cwd)));
  const opened = targets.map((target) => openTarget(target, args));
  const root = opened.map(({ root: own }) => own).reduce(nearestAbove);
  const parts = opened.map((files): Part => ({ files, prefix: slashed(path.relative(root, files.root)) }));
  const ofTargets = <T>(choose: (target: Target) => readonly T[], name: (one: T, part: Part) => T): readonly T[] =>
    targets.flatMap((target, index) => choose(target).map((one) => name(one, parts[index]!)));
  const { project, relocated } = withInlineCode(parts.length === 1 ? parts[0]!.files : joined(root, parts));
  return {
    project, relocated,
    entries: [
      ...ofTargets((target) => target.entries, (entry, part) => ({ ...entry, file: nameIn(part, entry.file) })),
      ...args.entries.map((entry) => ({ ...entry, file: nameInAny(parts, entry.file) })),
    ],
    templates: [...ofTargets((target) => target.templates, (file, part) => nameIn(part, file)), ...args.templates.map((file) => presentTemplate(parts, file))],
    passedOver: sum(opened.map(({ passedOver }) => passedOver)),
    problems: () => parts.flatMap((part) => part.files.problems().map((problem) => ({ ...problem, file: below(part.prefix, problem.file) }))),
  };
}

function targetOf(name: string, cwd: string): Target {
  if (name === '') throw new UserError('A PATH is empty.', 'Write . for the current folder.');
  const absolute = path.resolve(cwd, name);
  let found: Stats;
  try {
    found = statSync(absolute);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw new UserError(`${name} cannot be read (${errorCode(error)}).`, 'Give the folder that holds the functions.');
    throw new UserError(`There is no ${name}.`, 'Give the folder that holds the functions; reentrant --help lists commands and options.');
  }
  if (found.isDirectory()) return { folder: absolute, entries: [], templates: [] };
  if (!found.isFile()) throw new UserError(`${name} is neither a folder nor a file.`, 'Give the folder that holds the functions.');
  const file = path.basename(absolute);
  const isCode = languageOfFile(file) !== undefined;
  return { folder: path.dirname(absolute), entries: isCode ? [{ file }] : [], templates: isCode ? [] : [file] };
}

/** Folders inside others are audited with them. */
function outermost(targets: readonly Target[]): readonly Target[] {
  return targets.filter((target, index) => target.entries.length > 0 || target.templates.length > 0
    || !targets.some((other, at) => at !== index && contains(other, target) && (other.folder !== target.folder || at < index)));
}

function contains(outer: Target, inner: Target): boolean {
  return outer.entries.length === 0 && outer.templates.length === 0 && (outer.folder === inner.folder || inner.folder.startsWith(`${outer.folder}${path.sep}`));
}

function openTarget({ folder, entries, templates }: Target, args: Arguments): ProjectFiles {
  const wanted = [...entries, ...args.entries].map(({ file }) => file);
  try {
    return openSourceProject({ path: folder, wanted: [...wanted, ...templates, ...args.templates], packages: args.packages });
  } catch (error) {
    throw new UserError(`${folder} cannot be read (${errorCode(error)}).`, 'Give the folder that holds the functions.');
  }
}

function joined(root: string, parts: readonly Part[]): SourceProject {
  const owners = new Map<string, { readonly part: Part; readonly name: string }>();
  for (const part of parts) {
    for (const name of part.files.files) {
      const full = below(part.prefix, name);
      if (!owners.has(full)) owners.set(full, { part, name });
    }
  }
  return {
    root, files: [...owners.keys()].sort(), has: (file) => owners.has(file),
    read: (file) => {
      const owner = owners.get(file);
      return owner?.part.files.read(owner.name);
    },
    problem: (file) => {
      const owner = owners.get(file);
      const problem = owner?.part.files.problem(owner.name);
      return problem && { ...problem, file };
    },
  };
}

/** The name in the project of a FILE that is relative to a PATH. */
function nameIn({ files, prefix }: Part, file: string): string {
  return below(prefix, slashed(path.relative(files.root, path.resolve(files.root, files.scope, file))));
}

/** In the first PATH that has the file. */
function nameInAny(parts: readonly Part[], file: string): string {
  return nameIn(partWith(parts, file) ?? parts[0]!, file);
}

function presentTemplate(parts: readonly Part[], file: string): string {
  const part = partWith(parts, file);
  if (part) return nameIn(part, file);
  throw new UserError(`There is no template ${file}.`, 'FILE in --template FILE is relative to PATH.');
}

function partWith(parts: readonly Part[], file: string): Part | undefined {
  return parts.find(({ files }) => files.has(slashed(path.relative(files.root, path.resolve(files.root, files.scope, file)))));
}

function nearestAbove(one: string, other: string): string {
  let folder = one;
  while (folder !== other && !other.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`)) folder = path.dirname(folder);
  return folder;
}

function below(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}/${name}`;
}

function slashed(name: string): string {
  return path.sep === '/' ? name : name.split(path.sep).join('/');
}

function sum(counts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const [reason, count] of counts.flatMap((each) => [...each])) total.set(reason, (total.get(reason) ?? 0) + count);
  return new Map([...total].sort());
}
