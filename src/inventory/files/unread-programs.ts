/** Programs that declare functions in languages whose constructs are not read: they are said to be passed over, with what helps. */
import type { Problem } from '../../ir/index.js';

export interface UnreadProgram {
  readonly problem: Problem;
  /** Files of its language. */
  readonly extensions: RegExp;
}

interface UnreadLanguage {
  /** For people. */
  readonly name: string;
  readonly extensions: RegExp;
}

/** By what starts a program: the first word of a command, or the name of a runtime. */
const UNREAD: ReadonlyMap<string, UnreadLanguage> = new Map([
  ['dotnet', { name: 'C#', extensions: /\.(?:cs|fs|vb)$/ }],
  ['go', { name: 'Go', extensions: /\.go$/ }],
]);
/** Java is read for the CDK alone. */
const JAVA: UnreadLanguage = { name: 'Java', extensions: /\.(?:java|kt|scala)$/ };

/** The language of a CDK application that is not read, for people; nothing when its constructs can be. */
export function unreadLanguageOf(command: string): string | undefined {
  return UNREAD.get(/\b(?:dotnet|go)\b/.exec(command)?.[0] ?? '')?.name;
}

/** The problem of a Pulumi project whose `runtime` is not read. */
export function unreadProgram(file: string, runtime: string): UnreadProgram | undefined {
  const language = runtime === 'java' ? JAVA : UNREAD.get(runtime);
  return language && {
    extensions: language.extensions,
    problem: { kind: 'unsupported-construct', file, message: `its resources are written in ${language.name}, which is not read: functions that it declares are found by their signatures only` },
  };
}
