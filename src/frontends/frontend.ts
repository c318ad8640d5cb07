/**
 * The contract between a language's front-end and the rest: files in, a `Program` (src/ir/program.ts) out. A front-end never
 * throws on bad input: what it cannot read or parse becomes a `Problem`, and a construct it does not know an `Unknown`.
 */
import type { Program } from '../ir/index.js';

/** The languages with a front-end; each names its folder below src/frontends. */
export type Language = 'node' | 'python' | 'java' | 'dotnet';

/** The files of the audited repository, read lazily and at most once. */
export interface SourceProject {
  /** Absolute path; only for messages and for front-ends that need it to name things. */
  readonly root: string;
  /** Every file that is not passed over by ignore rules, relative to `root`, forward slashes, sorted. All kinds, not only sources. */
  readonly files: readonly string[];
  /** Whether `file` is in `files`. */
  has(file: string): boolean;
  /** The text, decoded as UTF-8 (a byte order mark removed); nothing when it cannot be read, is binary or exceeds the size limit, which `problem` then explains. */
  read(file: string): string | undefined;
  /** Why `read` gave nothing. */
  problem(file: string): import('../ir/index.js').Problem | undefined;
}

/** A front-end that is ready: its grammar, if it needs one, has been loaded. */
export interface Frontend {
  readonly language: Language;
  /** With the dot: `.py`. */
  readonly extensions: readonly string[];
  /** Opens the project; may build a declaration index over all its files. */
  open(project: SourceProject): Program;
}
