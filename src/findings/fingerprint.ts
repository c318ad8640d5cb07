/**
 * The identity of a finding across commits: what it is about and the text of its line, not where that line stands. It survives
 * inserted lines and re-indentation; renaming the file or changing the line makes a new finding.
 */
import { createHash } from 'node:crypto';
import type { Finding } from './finding.js';

export interface FingerprintParts {
  readonly rule: string;
  readonly file: string;
  readonly subject: string;
  /** The primary line as it stands in the source. */
  readonly line: string;
}

/** Sixteen hexadecimal digits. `occurrence` counts the findings with equal parts that come before this one. */
export function fingerprintOf({ rule, file, subject, line }: FingerprintParts, occurrence = 0): string {
  const identity = JSON.stringify([rule, file, subject, line.replace(/\s+/g, ''), occurrence]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}

/** Gives each of `findings`, which must be in their final order, its fingerprint. */
export function withFingerprints(
  findings: readonly Omit<Finding, 'fingerprint'>[],
  sourceText: (file: string) => string | undefined,
): readonly Finding[] {
  const lineAt = lineReader(sourceText);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, subject, location: { file, line } } = finding;
    const parts = { rule, file, subject, line: lineAt(file, line) };
    const first = fingerprintOf(parts);
    const occurrence = seen.get(first) ?? 0;
    seen.set(first, occurrence + 1);
    return { ...finding, fingerprint: fingerprintOf(parts, occurrence) };
  });
}

/** Splits a file into lines when a finding lies in it, and once. */
function lineReader(sourceText: (file: string) => string | undefined): (file: string, line: number) => string {
  const byFile = new Map<string, readonly string[]>();
  return (file, line) => {
    let lines = byFile.get(file);
    if (lines === undefined) {
      lines = (sourceText(file) ?? '').split(/\r\n|[\n\r]/);
      byFile.set(file, lines);
    }
    return lines[line - 1] ?? '';
  };
}
