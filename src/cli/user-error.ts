/** A mistake of the person who runs the tool: a title, what helps, and exit code 2. Printed without a stack. */
export class UserError extends Error {
  readonly help: string;

  constructor(title: string, help: string) {
    super(title);
    this.name = 'UserError';
    this.help = help;
  }
}
