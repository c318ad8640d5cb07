/** The terminal report with what only the command line knows: width, colour, whether standard output is a terminal. */
import { terminal } from '../report/terminal.js';
import type { AuditReport } from '../report/audit-report.js';
import type { Arguments, Output } from './arguments.js';
import type { Io } from './main.js';

export function terminalReport(report: AuditReport, output: Output, args: Arguments, io: Io): string {
  const stream = io.stdout as Partial<NodeJS.WriteStream>;
  const isTerminal = output.file === undefined && stream.isTTY === true;
  const color = args.color !== false && isTerminal && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
  return terminal(report, { width: Math.min(120, Math.max(80, stream.columns ?? 100)), color: color || Boolean(io.env['FORCE_COLOR']), stats: args.stats, quiet: args.quiet });
}
