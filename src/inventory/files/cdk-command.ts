/** What the command of a `cdk.json` says of the program that it starts. */

/** Languages whose constructs are not read, by what starts their programs. */
const UNREAD: ReadonlyMap<string, string> = new Map([['dotnet', 'C#'], ['go', 'Go']]);

/** The language of an application that is not read, for people; nothing when its constructs can be. */
export function unreadLanguageOf(command: string): string | undefined {
  return UNREAD.get(/\b(?:dotnet|go)\b/.exec(command)?.[0] ?? '');
}
