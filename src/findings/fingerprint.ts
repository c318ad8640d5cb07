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

/** Sixteen hexadecimal digits. Equal lines of a file that say the same get the same ones: `distinctFingerprints` tells them apart. */
export function fingerprintOf({ rule, file, subject, line }: FingerprintParts): string {
  return digest([rule, file, subject, line.replace(/\s+/g, '')]);
}

/** `findings`, in their final order, with the second and later ones of equal fingerprint told apart by their number. */
export function distinctFingerprints(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const before = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, before + 1);
    return before === 0 ? finding : { ...finding, fingerprint: digest([finding.fingerprint, before]) };
  });
}

function digest(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
