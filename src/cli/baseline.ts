/** `--baseline FILE`: what it knows leaves the report. `--update-baseline` writes it first. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareWithBaseline, readBaseline, writeBaseline } from '../findings/baseline.js';
import type { Baseline } from '../findings/baseline.js';
import type { AcceptedFindings, AuditReport, FunctionReport } from '../report/audit-report.js';
import type { Arguments } from './arguments.js';
import { errorCode, UserError } from './user-error.js';

const NOTHING_ACCEPTED: AcceptedFindings = { suppressed: [], unusedSuppressions: [], inBaseline: 0, staleInBaseline: 0 };

/** `report` without what the baseline knows. Verdicts and scores stay: what a team lives with is as harmful as before. */
export function againstBaseline(report: AuditReport, { baseline: name, updateBaseline }: Arguments, cwd: string): AuditReport {
  if (name === undefined) return report;
  const file = path.resolve(cwd, name);
  if (updateBaseline) save(file, name, writeBaseline(report.findings));
  const { fresh, known, stale } = compareWithBaseline(report.findings, load(file, name));
  const left = new Set(fresh.map(({ fingerprint }) => fingerprint));
  const withoutKnown = (one: FunctionReport): FunctionReport => ({ ...one, findings: one.findings.filter((fingerprint) => left.has(fingerprint)) });
  return {
    ...report, findings: fresh, functions: report.functions.map(withoutKnown), classes: report.classes.map(withoutKnown),
    accepted: { ...(report.accepted ?? NOTHING_ACCEPTED), inBaseline: known.length, staleInBaseline: stale.reduce((sum, { count }) => sum + count, 0) },
  };
}

function load(file: string, name: string): Baseline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`The baseline ${name} cannot be read (${errorCode(error)}).`, '--update-baseline writes it.');
  }
  const read = readBaseline(text);
  if ('problem' in read) throw new UserError(`${name}: ${read.problem}`, '--update-baseline writes it anew.');
  return read.baseline;
}

function save(file: string, name: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UserError(`The baseline ${name} cannot be written (${errorCode(error)}).`, 'Its folder must exist.');
  }
}
