/** The command line: arguments in, report out, exit code back. The only part of the program that knows a terminal. */
import { visible, visibleLines } from '../report/escape.js';
import { parseArguments } from './arguments.js';
import { UserError } from './user-error.js';

/** What the command line may use of the world. */
export interface Io {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Folder from which relative paths are meant. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Nothing at or above the limits was found. */
export const PASSED = 0;
/** Findings or a score over the limit. */
export const FOUND = 1;
/** The tool could not do what was asked. */
export const FAILED = 2;

/** Runs `reentrant` with the arguments `argv` and gives the exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    io.stderr.write(error instanceof UserError ? userErrorText(error) : bugText(error));
    return FAILED;
  }
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const request = parseArguments(argv, __REENTRANT_VERSION__);
  switch (request.kind) {
    case 'text': io.stdout.write(request.text); return PASSED;
    case 'audit': return (await import('./run-audit.js')).runAudit(request.arguments, io);
    case 'explain': return (await import('./explain.js')).explain(request, io);
    case 'rules': return (await import('./explain.js')).listRules(io);
  }
}

function userErrorText({ message, help }: UserError): string {
  return `reentrant: ${visible(message)}\n${visibleLines(help).split('\n').map((line) => `  ${line}\n`).join('')}`;
}

/** The stack is what whoever mends it needs. */
function bugText(error: unknown): string {
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  return `reentrant: This is a bug in reentrant ${__REENTRANT_VERSION__}; please report it with these lines.\n${visibleLines(text)}\n`;
}
