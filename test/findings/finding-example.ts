/** Findings for tests that care for few of their properties. */
import type { Finding } from '../../src/findings/finding.js';

/** A finding at `file`:`line`; `more` overrides what a test is about. */
export function findingAt(file: string, line: number, more: Partial<Finding> = {}): Finding {
  return {
    rule: 'lost-update', family: 'shared-state-race', severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
    message: 'Two invocations write `total`.', location: { file, line, column: 1, endLine: line, endColumn: 6 },
    related: [], advice: 'Use one step.', edits: [], subject: 'total', includes: [], functions: ['Orders'], fingerprint: `${file}:${line}`,
    ...more,
  };
}
