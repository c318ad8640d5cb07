/** A mistake of the person who runs the tool: a title, what helps (one or more lines), and exit code 2. Printed without a stack. */
export class UserError extends Error {
  readonly help: string;

  constructor(title: string, help: string) {
    super(title);
    this.name = 'UserError';
    this.help = help;
  }
}

/** What the operating system said, for a `UserError` about a file: `ENOENT`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
