/** `reentrant audit`: opens the project, takes the inventory, audits, writes the reports, decides the exit code. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '../../rules/catalogue.js';
import { audit } from '../audit/audit.js';
import type { Finding } from '../findings/finding.js';
import { applySuppressions } from '../findings/suppressions.js';
import type { Inventory } from '../inventory/lambda-function.js';
import { openSourceProject } from '../inventory/source-project.js';
import type { ProjectFiles } from '../inventory/source-project.js';
import type { AuditReport } from '../report/audit-report.js';
import type { Arguments, Output } from './arguments.js';
import { inventoryOf } from './inventory.js';
import { FOUND, PASSED } from './main.js';
import type { Io } from './main.js';
import { openPrograms } from './programs.js';
import type { Programs } from './programs.js';
import { UserError } from './user-error.js';

export async function runAudit(args: Arguments, io: Io): Promise<number> {
  const folder = folderOf(args, io);
  const project = openSourceProject({ path: folder, wanted: args.entries.map((entry) => entry.file) });
  const programs = openPrograms(project);
  const inventory = await inventoryOf(project, programs, args);
  if (args.print) return await printMachine(args.print, project, programs, inventory, io);
  const report = makeReport(project, programs, inventory, args, io);
  for (const output of args.outputs) await writeReport(report, output, args, io);
  return exitCode(report, args);
}

function folderOf(args: Arguments, io: Io): string {
  const folder = path.resolve(io.env['INIT_CWD'] ?? io.cwd, args.paths[0] ?? '.');
  if (!existsSync(folder)) throw new UserError(`There is no ${args.paths[0] ?? folder}.`, 'Give the folder that holds the functions.');
  return statSync(folder).isDirectory() ? folder : path.dirname(folder);
}

function makeReport(project: ProjectFiles, programs: Programs, inventory: Inventory, args: Arguments, io: Io): AuditReport {
  const report = audit({
    version: __REENTRANT_VERSION__, project, inventory, programs: programs.opened, rules: CATALOGUE,
    suppress: (findings) => suppress(findings, project),
    progress: (done, total, name) => { if (args.progress && !args.quiet && isTerminal(io)) io.stderr.write(`\r\u001b[K${done + 1}/${total} ${name.slice(0, 60)}`); },
  });
  if (args.progress && !args.quiet && isTerminal(io)) io.stderr.write('\r\u001b[K');
  return { ...report, problems: [...report.problems, ...project.problems()] };
}

function isTerminal(io: Io): boolean {
  return (io.stderr as Partial<NodeJS.WriteStream>).isTTY === true && io.env['CI'] === undefined;
}

function suppress(findings: readonly Finding[], project: ProjectFiles): readonly Finding[] {
  return applySuppressions(findings, findings.map((finding) => finding.location.file), (file) => project.read(file)).kept;
}

async function writeReport(report: AuditReport, output: Output, args: Arguments, io: Io): Promise<void> {
  const text = await render(report, output, args, io);
  if (output.file === undefined) await new Promise<void>((resolve) => io.stdout.write(text, () => resolve()));
  else writeFileSync(path.resolve(io.env['INIT_CWD'] ?? io.cwd, output.file), text);
}

async function render(report: AuditReport, output: Output, args: Arguments, io: Io): Promise<string> {
  switch (output.format) {
    case 'sarif': return (await import('../report/sarif.js')).sarif(report);
    case 'json': return (await import('../report/json.js')).json(report);
    case 'terminal': return (await import('./terminal-report.js')).terminalReport(report, output, args, io);
  }
}

const RANK = { error: 2, warning: 1, note: 0 } as const;

function exitCode(report: AuditReport, args: Arguments): number {
  if (args.minScore !== undefined && report.summary.worstScore < args.minScore) return FOUND;
  const { failOn } = args;
  if (failOn === 'never') return PASSED;
  return report.findings.some((finding) => finding.exposure !== 'pre-existing' && RANK[finding.severity] >= RANK[failOn]) ? FOUND : PASSED;
}

async function printMachine(what: NonNullable<Arguments['print']>, project: ProjectFiles, programs: Programs, inventory: Inventory, io: Io): Promise<number> {
  const { printWindow } = await import('./print-window.js');
  printWindow(what, project, programs, inventory, io);
  return PASSED;
}
