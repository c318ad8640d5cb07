/**
 * The identity of a finding across commits: what it is about and the text of its line, not where that line stands. It survives
 * inserted lines, re-indentation and re-ordered files; renaming the file or changing the line makes a new finding.
 */
import { createHash } from 'node:crypto';
import type { Finding } from './finding.js';

export interface FingerprintParts {
  readonly rule: string;
  readonly file: string;
  readonly subject: string;
  /** The primary line as it stands in the source. */
  readonly lineText: string;
  /** How many findings with the same other parts stand before it in the file. */
  readonly occurrence: number;
}

/** Sixteen hexadecimal digits. */
export function fingerprint(parts: FingerprintParts): string {
  const identity = JSON.stringify([...keyOf(parts), parts.occurrence]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}

/** Gives each of `findings`, which must be in their final order, its fingerprint. */
export function withFingerprints(
  findings: readonly Omit<Finding, 'fingerprint'>[],
  sourceText: (file: string) => string | undefined,
): readonly Finding[] {
  const lines = lineReader(sourceText);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, subject, location: { file, line } } = finding;
    const parts = { rule, file, subject, lineText: lines(file, line) };
    const key = JSON.stringify(keyOf(parts));
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return { ...finding, fingerprint: fingerprint({ ...parts, occurrence }) };
  });
}

function keyOf({ rule, file, subject, lineText }: Omit<FingerprintParts, 'occurrence'>): readonly string[] {
  return [rule, file, subject, lineText.replace(/\s+/g, '')];
}

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
