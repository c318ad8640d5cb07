/**
 * The files of the audited repository as the front-ends see them: a list without what is passed over, and texts that are
 * read when first asked for. Reading never throws; what cannot be read is a `Problem` with the reason.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../ir/index.js';
import type { SourceProject } from '../frontends/frontend.js';
import { decodeText } from './files/decode.js';
import { findRepositoryRoot } from './files/repository-root.js';
import { indexFileOf } from './files/tracked-files.js';
import { walk } from './files/walk.js';

export interface ProjectOptions {
  /** The folder to audit. Names are relative to the repository that holds it (`findRepositoryRoot`). */
  readonly path: string;
  /** Files asked for by name, relative to `path`: ignore rules do not hide them. */
  readonly wanted?: readonly string[];
  /** Installed packages that are part of the code, by name. */
  readonly packages?: readonly string[];
}

/** A `SourceProject` on the file system, with what its walk found besides the files. */
export interface ProjectFiles extends SourceProject {
  /** The audited folder relative to `root`; empty when it is the root. */
  readonly scope: string;
  /** The folders that were looked into, relative to `root`. */
  readonly folders: readonly string[];
  /** The file in which Git lists what it tracks, an absolute path: it has a say in which files there are. */
  readonly gitIndex: string | undefined;
  /** Number of files passed over, by reason. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** Files whose text was asked for. */
  asked(): Iterable<string>;
  /** Reads `file` anew when it is next asked for. */
  forget(file: string): void;
  /** Everything that could not be read so far, sorted by file. */
  problems(): readonly Problem[];
}

/** Longer files are generated ones; the front-ends refuse them too. */
export const MAX_FILE_BYTES = 1_000_000;

/** Lists the files below `options.path`. Throws only when that folder itself cannot be found. */
export function openSourceProject({ path: folder, wanted = [], packages }: ProjectOptions): ProjectFiles {
  const start = realpathSync(folder);
  const root = findRepositoryRoot(start);
  const scope = slashed(path.relative(root, start));
  const names = wanted.map((file) => slashed(path.relative(root, path.resolve(start, file))));
  const found = walk({ root, scope, wanted: names.filter((name) => !name.startsWith('../')), packages });
  const present = new Set(found.files);
  const texts = new Map<string, string | undefined>();
  const problems = new Map<string, Problem>();

  const read = (file: string): string | undefined => {
    if (!present.has(file)) return undefined;
    if (!texts.has(file)) {
      const { text, problem } = readText(root, file);
      texts.set(file, text);
      if (problem) problems.set(file, problem);
    }
    return texts.get(file);
  };
  return {
    root, scope, files: found.files, folders: found.folders, gitIndex: indexFileOf(root), passedOver: found.passedOver, read,
    has: (file) => present.has(file),
    asked: () => texts.keys(),
    forget: (file) => {
      texts.delete(file);
      problems.delete(file);
    },
    problem: (file) => problems.get(file),
    problems: () => [...found.problems, ...[...problems.values()].filter(matters)].sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

function readText(root: string, file: string): { text?: string; problem?: Problem } {
  const unreadable = (message: string): { problem: Problem } => ({ problem: { kind: 'unreadable', file, message } });
  try {
    const absolute = path.join(root, file);
    const { size } = statSync(absolute);
    if (size > MAX_FILE_BYTES) {
      return { problem: { kind: 'too-large', file, message: `not read: ${size} bytes, the limit is ${MAX_FILE_BYTES}` } };
    }
    const decoded = decodeText(readFileSync(absolute));
    if (decoded.kind === 'binary') return unreadable('not read: a binary file');
    const { text, fallback } = decoded;
    return fallback ? { text, ...unreadable(`not UTF-8, read as ${fallback}`) } : { text };
  } catch (error) {
    return unreadable(`cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'})`);
  }
}

/** A data file that is too large can be no template: CloudFormation takes none above a megabyte. Of a lock file the manifest beside it says the rest. */
function matters({ kind, file }: Problem): boolean {
  return kind !== 'too-large' || !/\.(?:json|ya?ml|template|lock)$/.test(file);
}

function slashed(name: string): string {
  return path.sep === '/' ? name : name.split(path.sep).join('/');
}
