/** `reentrant audit`: opens the project, takes the inventory, audits, writes the reports, decides the exit code. */
import { CATALOGUE } from '../../rules/catalogue.js';
import { audit } from '../audit/audit.js';
import type { AuditReport } from '../report/audit-report.js';
import type { Arguments } from './arguments.js';
import { againstBaseline } from './baseline.js';
import { inventoryOf } from './inventory.js';
import { FOUND, PASSED } from './main.js';
import type { Io } from './main.js';
import { openPrograms } from './programs.js';
import { openProgress } from './progress.js';
import { openAudited } from './project.js';
import { writeReports } from './write-reports.js';

export async function runAudit(args: Arguments, io: Io): Promise<number> {
  const audited = openAudited(args, io.cwd);
  const { project, problems } = audited;
  const programs = openPrograms(project);
  const inventory = await inventoryOf(audited, programs, args.functions);
  if (args.print) {
    const { printWindow } = await import('./print-window.js');
    printWindow(args.print, project, programs, inventory, io);
    return PASSED;
  }
  const progress = openProgress(args, io);
  const full = audit({
    version: __REENTRANT_VERSION__, project, inventory, programs: programs.opened, rules: CATALOGUE,
    unread: problems, progress: progress.show,
  });
  progress.clear();
  const report = againstBaseline(full, args, io.cwd);
  await writeReports(report, args, io);
  return exitCode(report, args);
}

const RANK = { error: 2, warning: 1, note: 0 } as const;

function exitCode(report: AuditReport, { minScore, failOn }: Arguments): number {
  if (minScore !== undefined && report.summary.worstScore < minScore) return FOUND;
  if (failOn === 'never') return PASSED;
  return report.findings.some((finding) => finding.exposure !== 'pre-existing' && RANK[finding.severity] >= RANK[failOn]) ? FOUND : PASSED;
}
