/** The order of findings in every report: the gravest first, then by place. It depends on nothing but the findings. */
import type { Finding, Severity } from './finding.js';

/** From the gravest to the mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

type Ordered = Pick<Finding, 'severity' | 'location' | 'rule' | 'subject'>;

/** Sorts by severity, file, line, column, rule, subject. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
    || compareText(a.location.file, b.location.file)
    || a.location.line - b.location.line
    || a.location.column - b.location.column
    || compareText(a.rule, b.rule)
    || compareText(a.subject, b.subject);
}

/** By code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
