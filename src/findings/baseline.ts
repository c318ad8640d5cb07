/**
 * Findings that a team has accepted for now, in a file they commit. A finding is known when its fingerprint is in the file,
 * as often as the file says; everything else in it helps people who read the file.
 */
import type { Finding } from './finding.js';
import { compareText } from './order.js';

export interface BaselineEntry {
  readonly fingerprint: string;
  readonly count: number;
  readonly rule: string;
  readonly file: string;
  readonly subject: string;
}

export interface Baseline {
  readonly schemaVersion: 1;
  readonly findings: readonly BaselineEntry[];
}

export interface BaselineComparison {
  /** Findings that the baseline does not know. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries whose findings are gone, with how many are left over. */
  readonly stale: readonly BaselineEntry[];
}

/** The text of a baseline that knows `findings`; the same findings give the same text. */
export function writeBaseline(findings: readonly Finding[]): string {
  const byFingerprint = new Map<string, BaselineEntry>();
  for (const { fingerprint, rule, location: { file }, subject } of findings) {
    const count = (byFingerprint.get(fingerprint)?.count ?? 0) + 1;
    byFingerprint.set(fingerprint, { fingerprint, count, rule, file, subject });
  }
  const entries = [...byFingerprint.values()].sort((a, b) => compareText(a.file, b.file) || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint));
  const baseline: Baseline = { schemaVersion: 1, findings: entries };
  return `${JSON.stringify(baseline, undefined, 2)}\n`;
}

/** The baseline in `text`, or in one sentence what is wrong with it. */
export function readBaseline(text: string): { readonly baseline: Baseline } | { readonly problem: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { problem: 'The baseline is no JSON.' };
  }
  if (!isRecord(content) || content['schemaVersion'] !== 1) return { problem: 'The baseline has no schemaVersion 1.' };
  const findings = content['findings'];
  if (!Array.isArray(findings) || !findings.every(isEntry)) return { problem: 'The baseline has an entry without fingerprint and count.' };
  return { baseline: { schemaVersion: 1, findings } };
}

export function compareWithBaseline(findings: readonly Finding[], baseline: Baseline): BaselineComparison {
  const left = new Map<string, number>();
  for (const { fingerprint, count } of baseline.findings) left.set(fingerprint, (left.get(fingerprint) ?? 0) + count);
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const count = left.get(finding.fingerprint) ?? 0;
    (count > 0 ? known : fresh).push(finding);
    if (count > 0) left.set(finding.fingerprint, count - 1);
  }
  const stale = baseline.findings.flatMap((entry) => {
    const count = Math.min(entry.count, left.get(entry.fingerprint) ?? 0);
    left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) - count);
    return count > 0 ? [{ ...entry, count }] : [];
  });
  return { fresh, known, stale };
}

function isEntry(value: unknown): value is BaselineEntry {
  return isRecord(value) && typeof value['fingerprint'] === 'string' && Number.isInteger(value['count']) && Number(value['count']) > 0
    && ['rule', 'file', 'subject'].every((key) => typeof value[key] === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
