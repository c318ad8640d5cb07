/** The command line behind the program's entry point: arguments in, exit code out. */

/** What the command line may use of the world. */
export interface Io {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Folder from which relative paths are meant. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs `reentrant` with the arguments `argv` and gives the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--version')) {
    io.stdout.write(`${__REENTRANT_VERSION__}\n`);
    return 0;
  }
  if (argv.includes('--help')) {
    io.stdout.write('Usage: reentrant [--version] [--help]\n');
    return 0;
  }
  io.stderr.write('reentrant: the audit is not wired to the command line yet\n');
  return 2;
}
