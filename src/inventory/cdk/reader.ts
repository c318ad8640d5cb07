/** The functions that the CDK code of a repository declares. */
import type { Language } from '../../frontends/frontend.js';
import { runAll } from '../evaluation/run.js';
import { unreadLanguageOf } from '../files/unread-programs.js';
import { filesBelow, folderOf, isBelow, joinPath } from '../files/files-below.js';
import { codeBaseOf, languageOfFile, type ProgramSource } from '../programs.js';
import type { DeclarationReader, Declarations } from '../templates/declared-function.js';
import { withOwnIds } from '../templates/own-ids.js';
import { declarationsIn } from './declared-functions.js';

/** What a file with constructs imports. */
const CDK = /(?:['"](?:aws-cdk-lib|@aws-cdk\/|monocdk)|\baws_cdk\b|\bsoftware\.amazon\.awscdk\b)/;
/** What declares functions or where they run. */
const CONSTRUCT = /\w*Function\b|\bCapacityProvider/;
const APPLICATION = /(?:^|\/)cdk\.json$/;
const LANGUAGES: readonly Language[] = ['node', 'python', 'java'];
/** The command that starts the program. */
const COMMAND = /"app"\s*:\s*"([^"]*)"/;

/** CDK applications: a `cdk.json` leads to the code in and below its folder, and that to code beside it. */
export const cdkApplications: DeclarationReader = {
  mayDeclare: (file) => APPLICATION.test(file),
  reachesBeside: true,
  read(files, source): Declarations {
    const applications = source.project.files.filter((file) => APPLICATION.test(file)).map(folderOf);
    const readings = files.map((file) => ({ file, ...declarationsOfApplication(source, folderOf(file), applications) }));
    return {
      files: readings.filter(({ functions }) => functions.length > 0).map(({ file }) => file).sort(),
      functions: withOwnIds(readings.flatMap(({ functions }) => functions)),
      capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
};

type Reading = Omit<Declarations, 'files'>;

function declarationsOfApplication(source: ProgramSource, folder: string, applications: readonly string[]): Reading {
  const readings = LANGUAGES.map((language) => declarationsOf(source, filesOf(source, folder, applications, language), folder, language));
  return {
    functions: readings.flatMap(({ functions }) => functions),
    capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
    problems: [...readings.flatMap(({ problems }) => problems), ...unreadProgram(source, folder)],
  };
}

/** An application that is not read, and whose output is not there either. */
function unreadProgram({ project }: ProgramSource, folder: string): Reading['problems'] {
  const file = joinPath(folder, 'cdk.json') ?? 'cdk.json';
  const language = unreadLanguageOf(COMMAND.exec(project.read(file) ?? '')?.[1] ?? '');
  if (language === undefined || filesBelow(project.files, joinPath(folder, 'cdk.out') ?? '').length > 0) return [];
  return [{ kind: 'unsupported-construct', file, message: `its constructs are written in ${language}, which is not read: run cdk synth, and what it writes is` }];
}

/** The files of an application that name constructs; those of an application further inside are its own. */
function filesOf({ project }: ProgramSource, folder: string, applications: readonly string[], language: Language): readonly string[] {
  const inner = applications.filter((other) => other !== folder && isBelow(other, folder));
  return filesBelow(project.files, folder).filter((file) => languageOfFile(file) === language && !file.endsWith('.d.ts')
    && !inner.some((other) => isBelow(file, other)) && CDK.test(project.read(file) ?? ''));
}

function declarationsOf(source: ProgramSource, files: readonly string[], folder: string, language: Language): Reading {
  const isDeclaring = files.some((file) => CONSTRUCT.test(source.project.read(file) ?? ''));
  const code = isDeclaring ? codeBaseOf(source, language) : undefined;
  if (!code) return { functions: [], capacityProviders: [], problems: [] };
  const run = runAll(code.program, files);
  const problems = run.evaluator.isExhausted ? [{ kind: 'too-large' as const, file: joinPath(folder, 'cdk.json') ?? 'cdk.json', message: 'the code of this CDK application does too much to be followed to its end: functions may be missing' }] : [];
  return { ...declarationsIn(run, source.project), problems };
}
