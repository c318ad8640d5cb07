/** The functions that the CDK code of a repository declares. */
import type { Language } from '../../frontends/frontend.js';
import { runAll } from '../evaluation/run.js';
import { unreadLanguageOf } from '../files/unread-programs.js';
import { filesBelow, isBelow, joinPath } from '../files/files-below.js';
import { codeBaseOf, languageOfFile, type ProgramSource } from '../programs.js';
import type { DeclarationReader, Declarations } from '../templates/declared-function.js';
import { withOwnIds } from '../templates/own-ids.js';
import { applicationsAmong, mayBeApplication, namesConstructs, type Application } from './applications.js';
import { declarationsIn } from './declared-functions.js';

/** What declares functions or where they run. */
const CONSTRUCT = /\w*Function\b|\bCapacityProvider/;
const LANGUAGES: readonly Language[] = ['node', 'python', 'java'];
/** The command that starts the program. */
const COMMAND = /"app"\s*:\s*"([^"]*)"/;

/** CDK applications: a `cdk.json` leads to the code in and below its folder, a program without one to what it uses, and both to code beside them. */
export const cdkApplications: DeclarationReader = {
  mayDeclare: mayBeApplication,
  reachesBeside: true,
  read(files, source): Declarations {
    const folders = applicationsAmong(source.project.files.filter(mayBeApplication), source.project).map(({ folder }) => folder);
    const readings = applicationsAmong(files, source.project).map((application) => ({ file: application.file, ...declarationsOfApplication(source, application, folders) }));
    return {
      files: readings.filter(({ functions }) => functions.length > 0).map(({ file }) => file).sort(),
      functions: withOwnIds(readings.flatMap(({ functions }) => functions)),
      capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
};

type Reading = Omit<Declarations, 'files'>;

function declarationsOfApplication(source: ProgramSource, application: Application, folders: readonly string[]): Reading {
  const readings = LANGUAGES.map((language) => declarationsOf(source, application, filesOf(source, application.folder, folders, language), language));
  return {
    functions: readings.flatMap(({ functions }) => functions),
    capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
    problems: [...readings.flatMap(({ problems }) => problems), ...(application.programs ? [] : unreadProgram(source, application))],
  };
}

/** An application that is not read, and whose output is not there either. */
function unreadProgram({ project }: ProgramSource, { file, folder }: Application): Reading['problems'] {
  const language = unreadLanguageOf(COMMAND.exec(project.read(file) ?? '')?.[1] ?? '');
  if (language === undefined || filesBelow(project.files, joinPath(folder, 'cdk.out') ?? '').length > 0) return [];
  return [{ kind: 'unsupported-construct', file, message: `its constructs are written in ${language}, which is not read: run cdk synth, and what it writes is` }];
}

/** The files of an application that name constructs; those of an application further inside are its own. */
function filesOf({ project }: ProgramSource, folder: string, applications: readonly string[], language: Language): readonly string[] {
  const inner = applications.filter((other) => other !== folder && isBelow(other, folder));
  return filesBelow(project.files, folder).filter((file) => languageOfFile(file) === language && !file.endsWith('.d.ts')
    && !inner.some((other) => isBelow(file, other)) && namesConstructs(project.read(file) ?? ''));
}

function declarationsOf(source: ProgramSource, { file, folder, programs }: Application, files: readonly string[], language: Language): Reading {
  const started = programs?.filter((program) => files.includes(program)) ?? files;
  const isDeclaring = started.length > 0 && files.some((each) => CONSTRUCT.test(source.project.read(each) ?? ''));
  const code = isDeclaring ? codeBaseOf(source, language) : undefined;
  if (!code) return { functions: [], capacityProviders: [], problems: [] };
  const run = runAll(code.program, started);
  const problems = run.evaluator.isExhausted ? [{ kind: 'too-large' as const, file, message: 'the code of this CDK application does too much to be followed to its end: functions may be missing' }] : [];
  return { ...declarationsIn(run, { project: source.project, folder }), problems };
}
