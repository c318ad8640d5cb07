/** `reentrant audit`: opens the project, takes the inventory, audits, writes the reports, decides the exit code. */
import { CATALOGUE } from '../../rules/catalogue.js';
import { audit } from '../audit/audit.js';
import { isAtLeast } from '../findings/severity.js';
import { isAnalysed } from '../readiness/verdict.js';
import { counted } from '../readiness/words.js';
import type { AuditReport } from '../report/audit-report.js';
import type { Arguments } from './arguments.js';
import { againstBaseline } from './baseline.js';
import { inventoryOf } from './inventory.js';
import { FOUND, PASSED } from './io.js';
import type { Io } from './io.js';
import { openPrograms } from './programs.js';
import { openProgress } from './progress.js';
import { openAudited } from './project.js';
import { UserError } from './user-error.js';
import { writeReports } from './write-reports.js';

export async function runAudit(args: Arguments, io: Io): Promise<number> {
  const audited = openAudited(args, io.cwd);
  const { project, problems, relocated } = audited;
  const programs = await openPrograms(project);
  const inventory = inventoryOf(audited, programs, args.functions);
  if (args.print) {
    const { printWindow } = await import('./print-window.js');
    printWindow(args.print, project, programs, inventory, io);
    return PASSED;
  }
  const progress = openProgress(args, io);
  const full = audit({
    version: __REENTRANT_VERSION__, project, inventory, programs: programs.opened, rules: CATALOGUE,
    unread: problems, progress: progress.show, relocated,
  });
  progress.clear();
  const report = againstBaseline(full, args, io.cwd);
  await writeReports(report, args, io);
  requireAnalysed(report);
  return exitCode(report, args);
}

/** A run in which nothing could be looked into must not look like one in which nothing was found. */
function requireAnalysed({ functions, classes }: AuditReport): void {
  if ([...functions, ...classes].some(({ readiness }) => isAnalysed(readiness.verdict))) return;
  const none = functions.length === 1 ? 'The only function could not be analysed.' : `None of ${counted(functions.length, 'function')} could be analysed.`;
  throw new UserError(none, 'The report says why.');
}

function exitCode(report: AuditReport, { minScore, failOn }: Arguments): number {
  if (minScore !== undefined && report.summary.worstScore < minScore) return FOUND;
  if (failOn === 'never') return PASSED;
  return report.findings.some((finding) => finding.exposure !== 'pre-existing' && isAtLeast(finding.severity, failOn)) ? FOUND : PASSED;
}
