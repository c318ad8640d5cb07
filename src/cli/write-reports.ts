/** Writes the report in the formats asked for; each format is loaded when it is needed. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AuditReport } from '../report/audit-report.js';
import type { Arguments, Output } from './arguments.js';
import type { Io } from './io.js';
import { screenOf } from './screen.js';
import { errorCode, UserError } from './user-error.js';

export async function writeReports(report: AuditReport, args: Arguments, io: Io): Promise<void> {
  for (const output of args.outputs) {
    const text = await render(report, output, args, io);
    if (output.file === undefined) await print(text, io);
    else save(text, output.file, io);
  }
}

async function render(report: AuditReport, { format, file }: Output, args: Arguments, io: Io): Promise<string> {
  switch (format) {
    case 'sarif': return (await import('../report/sarif.js')).sarif(report);
    case 'sam': case 'cloudformation': case 'cdk': case 'terraform': case 'serverless': return (await import('../report/snippets/index.js')).snippet(report, format);
    case 'json': return (await import('../report/json.js')).json(report);
    case 'terminal': {
      const { width, color } = screenOf(io, args.color);
      return (await import('../report/terminal.js')).terminal(report, { width, color: color && file === undefined, stats: args.stats, quiet: args.quiet });
    }
  }
}

function print(text: string, io: Io): Promise<void> {
  return new Promise((resolve) => io.stdout.write(text, () => resolve()));
}

function save(text: string, file: string, io: Io): void {
  try {
    writeFileSync(path.resolve(io.cwd, file), text);
  } catch (error) {
    throw new UserError(`The report ${file} cannot be written (${errorCode(error)}).`, 'Its folder must exist.');
  }
}
