/** The command line: arguments in, report out, exit code back. The only part of the program that knows a terminal. */
import { visible, visibleLines } from '../report/escape.js';
import { parseArguments } from './arguments.js';
import { FAILED, PASSED } from './io.js';
import type { Io } from './io.js';
import { UserError } from './user-error.js';

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
    case 'cost': return (await import('./cost.js')).cost(request.arguments, io);
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
