/** Everything that declares functions in a repository, each kind by its reader. */
import { amplifyBackends } from '../amplify/reader.js';
import { cdkApplications } from '../cdk/reader.js';
import { withConstructs } from '../cdk/with-constructs.js';
import { folderOf } from '../files/files-below.js';
import type { ProgramSource } from '../programs.js';
import { pulumiPrograms } from '../pulumi/reader.js';
import { sstApplications } from '../sst/reader.js';
import { awsCli } from './aws-cli/reader.js';
import { cloudFormation } from './cloudformation/reader.js';
import type { DeclarationReader, DeclaredFunction, Declarations } from './declared-function.js';
import { architect } from './architect/reader.js';
import { chalice } from './chalice/reader.js';
import { dotnetTools } from './dotnet-tools/reader.js';
import { netlify } from './netlify/reader.js';
import { zappa } from './zappa/reader.js';
import { serverlessFramework } from './serverless/reader.js';
import { terraform } from './terraform/reader.js';

/** In the order in which they are asked; a file that several may read is read by each. */
const READERS: readonly DeclarationReader[] = [
  cloudFormation,
  serverlessFramework,
  terraform,
  cdkApplications,
  chalice,
  architect,
  zappa,
  dotnetTools,
  sstApplications,
  amplifyBackends,
  pulumiPrograms,
  awsCli,
  netlify,
];

/** Reads all declarations, or only those in the files `named`; `isRelevant` limits a search to those that speak for some folders. */
export function readDeclarations(source: ProgramSource, named: readonly string[] | undefined, isRelevant: (folder: string) => boolean): Declarations {
  const readings = READERS.flatMap((reader) => {
    const files = named?.filter((file) => reader.mayDeclare(file)) ?? source.project.files.filter((file) => reader.mayDeclare(file) && isRelevant(reader.reachesBeside ? folderOf(folderOf(file)) : folderOf(file)));
    return files.length === 0 ? [] : [readingOf(reader, files, source, named !== undefined)];
  });
  const files = [...new Set(readings.flatMap((reading) => reading.files))].sort();
  const unread = named?.filter((file) => !READERS.some((reader) => reader.mayDeclare(file))) ?? [];
  return {
    files,
    functions: withSources(readings.flatMap(({ functions }) => functions), source, named !== undefined),
    capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
    otherPlatforms: readings.flatMap(({ otherPlatforms = [] }) => otherPlatforms),
    // What one reader takes for no declaration may be one of another kind.
    problems: [...readings.flatMap(({ problems }) => problems).filter(({ kind, file }) => kind !== 'unreadable' || !files.includes(file)), ...unread.map((file) => ({ kind: 'unreadable' as const, file, message: 'no template: nothing that declares functions has such a name' }))],
  };
}

/** A bug in one reader, or a parser that cannot be started, must not take along what the others read. */
function readingOf(reader: DeclarationReader, files: readonly string[], source: ProgramSource, isNamed: boolean): Declarations {
  try {
    return source.readings?.read(reader, files, source, isNamed) ?? reader.read(files, source, isNamed);
  } catch (error) {
    const message = `what files of its kind declare was not read: ${error instanceof Error ? error.message : String(error)}`;
    return { files: [], functions: [], capacityProviders: [], problems: [{ kind: 'internal', file: files[0] ?? '', message }] };
  }
}

/** Templates that CDK made speak with its constructs; of templates that are asked for by name only theirs. */
function withSources(functions: readonly DeclaredFunction[], source: ProgramSource, isNamed: boolean): readonly DeclaredFunction[] {
  const constructs = functions.filter(({ format }) => format === 'CDK');
  const others = functions.filter(({ format }) => format !== 'CDK');
  if (!isNamed || !others.some(({ construct }) => construct !== undefined)) return withConstructs(others, constructs);
  const applications = source.project.files.filter((file) => cdkApplications.mayDeclare(file));
  return withConstructs(others, cdkApplications.read(applications, source, false).functions).slice(0, others.length);
}
