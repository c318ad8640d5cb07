/** What several files of one format declare, each by itself. */
import type { Problem } from '../../ir/index.js';
import type { Declarations, DeclaredFunction } from './declared-function.js';

/** What one file says. */
export interface FileReading {
  /** Absent where the file turned out to be none of the format. */
  readonly functions?: readonly DeclaredFunction[];
  readonly problem?: Problem | undefined;
}

/** Formats that have no capacity providers of their own: `readFile` is asked for each of `candidates`. */
export function readEach(candidates: readonly string[], readFile: (file: string) => FileReading): Declarations {
  const readings = candidates.map((file) => ({ file, ...readFile(file) }));
  return {
    files: readings.filter(({ functions }) => functions !== undefined).map(({ file }) => file).sort(),
    functions: readings.flatMap(({ functions = [] }) => functions),
    capacityProviders: [], problems: readings.flatMap(({ problem }) => problem ?? []),
  };
}
