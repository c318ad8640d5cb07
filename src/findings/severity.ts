/** The order of severities. */
import type { Severity } from './finding.js';

const RANK: Record<Severity, number> = { error: 2, warning: 1, note: 0 };

/** Whether `severity` is `limit` or graver. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return RANK[severity] >= RANK[limit];
}

/** The graver of two; the first when they are alike. */
export function graver(a: Severity, b: Severity): Severity {
  return RANK[b] > RANK[a] ? b : a;
}
