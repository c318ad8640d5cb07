/**
 * The bounded walk over a repository: which files there are, and how many are passed over for which reason. It never leaves
 * the root, follows a symbolic link only to a place inside it, and has an end whatever the file system looks like.
 */
import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../ir/index.js';
import { cloudAssemblyIn, type CloudAssembly } from './cloud-assembly.js';
import { enterFolder, isExcluded, type IgnoreRules } from './ignore-rules.js';
import { installedNames } from './installed-packages.js';
import { fileReason, folderReason, type PassedOverReason } from './passed-over.js';
import { trackedFiles, type TrackedFiles } from './tracked-files.js';

export interface WalkOptions {
  /** Absolute path; names are relative to it. */
  readonly root: string;
  /** Folder below the root where the walk begins; empty for the root. */
  readonly scope: string;
  /** Files asked for by name, relative to the root: no rule hides them or what lies beside them. */
  readonly wanted: readonly string[];
  /** Installed packages that are looked into, by name: `@acme/orders`, `acme_orders`. */
  readonly packages?: readonly string[] | undefined;
}

export interface Walk {
  /** Sorted. */
  readonly files: readonly string[];
  /** The folders that were listed; the root is the empty name. */
  readonly folders: readonly string[];
  readonly passedOver: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

const MAX_FILES = 200_000;
const MAX_DEPTH = 60;
/** Entries counted inside folders that are passed over; beyond it their number is no longer worth the time. */
const MAX_COUNTED = 20_000;
const COUNTING_STOPPED = ' (counting stopped)';

interface Walker {
  readonly root: string;
  readonly realRoot: string;
  readonly wanted: readonly string[];
  readonly packages: ReadonlySet<string>;
  /** Read when a rule first excludes something. */
  readonly tracked: () => TrackedFiles | undefined;
  readonly files: string[];
  readonly folders: string[];
  readonly passedOver: Map<string, number>;
  readonly problems: Problem[];
  counted: number;
}

/** One folder of the walk. */
interface Folder {
  readonly name: string;
  readonly rules: IgnoreRules;
  /** A rule excludes the folder: it is open only for the files in it that Git tracks. */
  readonly onlyTracked: boolean;
  readonly depth: number;
  /** Reached through a symbolic link: further links are not followed, so that the walk ends. */
  readonly linked: boolean;
  /** A dependency folder that is open only for the wanted file in it. */
  readonly onlyWanted: boolean;
  /** What of a dependency folder is looked at: the packages that were asked for, below `scope` (`@acme/`), or, in such a package, all of it. */
  readonly packages?: { readonly kind: 'list'; readonly scope: string } | { readonly kind: 'inside' };
}

/** Walks the tree below `scope`. */
export function walk({ root, scope, wanted, packages = [] }: WalkOptions): Walk {
  const walker: Walker = { root, realRoot: realpathSync(root), wanted, packages: new Set(packages), tracked: onFirstCall(() => trackedFiles(root)), files: [], folders: [], passedOver: new Map(), problems: [], counted: 0 };
  visit(walker, { name: scope, rules: rulesAbove(root, scope), onlyTracked: false, depth: 0, linked: false, onlyWanted: false });
  for (const file of wanted) if (!walker.files.includes(file) && isFile(path.join(root, file))) walker.files.push(file);
  return { files: walker.files.sort(), folders: walker.folders, passedOver: new Map([...walker.passedOver].sort()), problems: walker.problems };
}

/** The rules of the folders from the root down to the parent of `scope`; none when they would hide the scope that was asked for. */
function rulesAbove(root: string, scope: string): IgnoreRules {
  if (scope === '') return [];
  const segments = scope.split('/');
  let rules: IgnoreRules = [];
  for (let depth = 0; depth < segments.length; depth++) {
    rules = enterFolder(rules, root, segments.slice(0, depth).join('/'));
    if (isExcluded(rules, segments.slice(0, depth + 1).join('/'), true)) return [];
  }
  return rules;
}

function visit(walker: Walker, folder: Folder): void {
  const entries = listFolder(walker, folder);
  const siblings = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const rules = siblings.includes('.gitignore') ? enterFolder(folder.rules, walker.root, folder.name) : folder.rules;
  const installed = installedNames(path.join(walker.root, folder.name), entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name));
  for (const entry of entries) {
    const name = folder.name === '' ? entry.name : `${folder.name}/${entry.name}`;
    const inside = { ...folder, rules };
    if (folder.packages?.kind === 'list') {
      visitPackage(walker, inside, entry, folder.packages.scope);
      continue;
    }
    const isAskedFor = installed.has(entry.name) && walker.packages.has(entry.name);
    const reason = installed.has(entry.name) && !isAskedFor ? 'dependencies' : undefined;
    if (isAskedFor && entry.isDirectory()) visit(walker, { ...insidePackage(inside, name), depth: folder.depth + 1 });
    else if (entry.isDirectory()) visitFolder(walker, inside, name, reason ?? reasonOf(folder, entry.name, siblings));
    else if (entry.isFile()) addFile(walker, inside, name, reason);
    else if (entry.isSymbolicLink()) followLink(walker, inside, name, siblings);
  }
}

/** In a package that was asked for its output is what runs; only packages inside it are others. */
function reasonOf({ packages }: Folder, name: string, siblings: readonly string[]): PassedOverReason | undefined {
  const reason = folderReason(name, siblings);
  return packages?.kind === 'inside' && reason !== 'dependencies' ? undefined : reason;
}

function insidePackage(parent: Folder, name: string): Folder {
  return { ...parent, name, rules: [], onlyTracked: false, packages: { kind: 'inside' } };
}

/** Folders on the way from a virtual environment to the packages in it. */
const ON_THE_WAY = /^(?:lib|lib64|Lib|python[\d.]+|site-packages|node_modules)$/;

/** An entry of a dependency folder. */
function visitPackage(walker: Walker, folder: Folder, entry: Dirent, scope: string): void {
  const name = `${folder.name}/${entry.name}`;
  const packageName = `${scope}${entry.name}`;
  if (folder.depth >= MAX_DEPTH) return;
  if (entry.isFile()) {
    if (walker.packages.has(packageName.replace(/\.py$/, '')) && entry.name.endsWith('.py')) addFile(walker, { ...folder, rules: [], onlyTracked: false }, name);
  } else if (!entry.isDirectory()) return;
  else if (walker.packages.has(packageName)) visit(walker, { ...insidePackage(folder, name), depth: folder.depth + 1 });
  else if (entry.name.startsWith('@')) visit(walker, { ...folder, name, depth: folder.depth + 1, packages: { kind: 'list', scope: `${entry.name}/` } });
  else if (ON_THE_WAY.test(entry.name)) visit(walker, { ...folder, name, depth: folder.depth + 1 });
}

function listFolder(walker: Walker, folder: Folder): Dirent[] {
  walker.folders.push(folder.name);
  try {
    const entries = readdirSync(path.join(walker.root, folder.name), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    walker.problems.push({ kind: 'unreadable', file: folder.name || '.', message: `the folder cannot be read (${codeOf(error)})` });
    return [];
  }
}

function visitFolder(walker: Walker, parent: Folder, name: string, byName: PassedOverReason | undefined): void {
  const leadsToWanted = walker.wanted.some((file) => file.startsWith(`${name}/`));
  if (parent.onlyWanted && !leadsToWanted) return;
  const ruling = byName ? 'open' : rulingOn(walker, parent, name);
  const reason = byName ?? (ruling === 'excluded' ? 'excluded by .gitignore' : undefined);
  const assembly = reason && !leadsToWanted && !parent.linked ? cloudAssemblyIn(walker.root, name) : undefined;
  if (assembly) return visitAssembly(walker, parent, name, assembly);
  if (reason && !leadsToWanted) passOverFolder(walker, name, reason);
  if (reason === 'dependencies' && walker.packages.size > 0 && !parent.onlyWanted) visit(walker, { ...parent, name, rules: [], onlyTracked: false, depth: parent.depth + 1, packages: { kind: 'list', scope: '' } });
  if (reason && !leadsToWanted) return;
  if (parent.depth + 1 > MAX_DEPTH) {
    walker.problems.push({ kind: 'too-deep', file: name, message: `not looked into: more than ${MAX_DEPTH} folders deep` });
    return;
  }
  visit(walker, {
    name, linked: parent.linked, depth: parent.depth + 1,
    // Rules that hide the folder of a wanted file say nothing about what is inside it.
    rules: ruling === 'open' ? parent.rules : [],
    onlyTracked: ruling === 'only tracked' && !leadsToWanted,
    onlyWanted: reason === 'dependencies',
  });
}

/** What `.gitignore` says of a folder: Git does not ask it about what is tracked. `own files`: a submodule or a link, in which other rules apply. */
function rulingOn(walker: Walker, parent: Folder, name: string): 'open' | 'own files' | 'only tracked' | 'excluded' {
  if (!parent.onlyTracked && !isExcluded(parent.rules, name, true)) return 'open';
  const tracked = walker.tracked();
  if (tracked?.files.has(name)) return 'own files';
  return tracked?.folders.has(name) ? 'only tracked' : 'excluded';
}

/** Whether `.gitignore` has its way with a file. */
function isExcludedFile(walker: Walker, parent: Folder, name: string): boolean {
  return (parent.onlyTracked || isExcluded(parent.rules, name, false)) && !walker.tracked()?.files.has(name);
}

/** Of what CDK wrote, its templates are read, and code for which there is no source. */
function visitAssembly(walker: Walker, parent: Folder, name: string, { templates, assets }: CloudAssembly): void {
  const before = walker.files.length;
  walker.files.push(...templates);
  for (const asset of assets) visit(walker, { ...parent, name: asset, rules: [], onlyTracked: false, depth: parent.depth + 2 });
  const { files, complete } = countFiles(walker, name);
  passOver(walker, complete ? 'build output' : `build output${COUNTING_STOPPED}`, Math.max(0, files - (walker.files.length - before)));
}

function addFile(walker: Walker, parent: Folder, name: string, byFolder?: PassedOverReason): void {
  const wanted = walker.wanted.includes(name);
  if (parent.onlyWanted && !wanted) return;
  const reason = byFolder ?? fileReason(path.posix.basename(name)) ?? (isExcludedFile(walker, parent, name) ? 'excluded by .gitignore' : undefined);
  if (reason && !wanted) return passOver(walker, reason, 1);
  if (walker.files.length < MAX_FILES) walker.files.push(name);
  else if (walker.files.length === MAX_FILES && !walker.problems.some((problem) => problem.kind === 'too-large')) {
    walker.problems.push({ kind: 'too-large', file: parent.name || '.', message: `more than ${MAX_FILES} files: the rest is not looked at` });
  }
}

function followLink(walker: Walker, parent: Folder, name: string, siblings: readonly string[]): void {
  const target = linkTarget(walker, name);
  if (!target || parent.linked) return passOver(walker, 'symbolic links', 1);
  if (!target.isFolder) return addFile(walker, parent, name);
  const leadsAround = `${path.join(walker.realRoot, name)}${path.sep}`.startsWith(`${target.path}${path.sep}`);
  if (leadsAround) return passOver(walker, 'symbolic links', 1);
  visitFolder(walker, { ...parent, linked: true }, name, folderReason(path.posix.basename(name), siblings));
}

/** Where a link leads, when that is inside the root. */
function linkTarget(walker: Walker, name: string): { readonly path: string; readonly isFolder: boolean } | undefined {
  try {
    const target = realpathSync(path.join(walker.root, name));
    if (!target.startsWith(`${walker.realRoot}${path.sep}`)) return undefined;
    const stat = statSync(target);
    return stat.isFile() || stat.isDirectory() ? { path: target, isFolder: stat.isDirectory() } : undefined;
  } catch {
    return undefined; // A link that leads nowhere.
  }
}

function passOverFolder(walker: Walker, name: string, reason: PassedOverReason): void {
  if (reason === 'version control') return;
  const { files, complete } = countFiles(walker, name);
  passOver(walker, complete ? reason : `${reason}${COUNTING_STOPPED}`, files);
}

function countFiles(walker: Walker, name: string): { files: number; complete: boolean } {
  const waiting = [path.join(walker.root, name)];
  let files = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (walker.counted > MAX_COUNTED) return { files, complete: false };
    for (const entry of entriesOf(folder)) {
      walker.counted++;
      if (entry.isDirectory()) waiting.push(path.join(folder, entry.name));
      else if (entry.isFile()) files++;
    }
  }
  return { files, complete: true };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // Its files are passed over anyway.
  }
}

function passOver(walker: Walker, reason: string, files: number): void {
  if (files > 0) walker.passedOver.set(reason, (walker.passedOver.get(reason) ?? 0) + files);
}

function onFirstCall<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: compute() }).value;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
