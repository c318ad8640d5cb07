/** The command line: arguments in, report out, exit code back. The only part of the program that knows a terminal. */
import { UserError } from './user-error.js';
import { parseArguments } from './arguments.js';

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

/** Runs `reentrant` with the arguments `argv` and gives the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const request = parseArguments(argv, __REENTRANT_VERSION__);
    switch (request.kind) {
      case 'text': io.stdout.write(request.text); return PASSED;
      case 'audit': return await (await import('./run-audit.js')).runAudit(request.arguments, io);
      case 'explain': return (await import('./explain.js')).explain(request.rule, io);
      case 'rules': return (await import('./explain.js')).listRules(io);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    io.stderr.write(`reentrant: ${error.message}\n  ${error.help}\n`);
    return FAILED;
  }
}
