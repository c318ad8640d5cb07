/** Everything that declares functions in a repository, each kind by its reader. */
import type { ProgramSource } from '../programs.js';
import { cloudFormation } from './cloudformation/reader.js';
import type { DeclarationReader, Declarations } from './declared-function.js';
import { serverlessFramework } from './serverless/reader.js';
import { terraform } from './terraform/reader.js';

/** In the order in which they are asked; a file that several may read is read by each. */
const READERS: readonly DeclarationReader[] = [
  cloudFormation,
  serverlessFramework,
  terraform,
];

/** Reads all declarations, or only those in the files `named`; `isRelevant` limits a search. */
export function readDeclarations(source: ProgramSource, named: readonly string[] | undefined, isRelevant: (file: string) => boolean): Declarations {
  const candidates = named ?? source.project.files.filter(isRelevant);
  const readings = READERS.flatMap((reader) => {
    const files = candidates.filter((file) => reader.mayDeclare(file));
    return files.length === 0 ? [] : [reader.read(files, source, named !== undefined)];
  });
  const files = [...new Set(readings.flatMap((reading) => reading.files))].sort();
  const unread = named?.filter((file) => !READERS.some((reader) => reader.mayDeclare(file))) ?? [];
  return {
    files,
    functions: readings.flatMap(({ functions }) => functions),
    capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
    // What one reader takes for no declaration may be one of another kind.
    problems: [...readings.flatMap(({ problems }) => problems).filter(({ kind, file }) => kind !== 'unreadable' || !files.includes(file)), ...unread.map((file) => ({ kind: 'unreadable' as const, file, message: 'no template: nothing that declares functions has such a name' }))],
  };
}
