/** The verdict on a function's code, and the sentence that says what decided it. */
import type { Finding } from '../findings/finding.js';
import { needsOverlap } from './overlap.js';
import type { Verdict } from './readiness.js';
import { countedSeverity } from './score.js';
import { counted } from './words.js';

export interface VerdictInput {
  /** Findings that count, in report order. */
  readonly findings: readonly Finding[];
  /** How many do not count because they bite in classic Lambda too. */
  readonly preExisting: number;
  /** Why the code is not proven; empty when it is. */
  readonly gaps: readonly string[];
  /** The settings allow one invocation at a time. */
  readonly oneAtATime: boolean;
  /** What was taken to happen, after "when". */
  readonly overlap: string;
}

export interface Decision {
  readonly verdict: Verdict;
  readonly because: string;
}

/** Verdicts from the best to the worst. */
export const VERDICTS: readonly Verdict[] = [
  'ready', 'ready-at-concurrency-1', 'ready-with-changes', 'not-proven', 'not-analysed', 'unsupported', 'not-ready',
];

/** Whether the verdict says something about the code. */
export function isAnalysed(verdict: Verdict): boolean {
  return verdict !== 'not-analysed' && verdict !== 'unsupported';
}

export function decide(input: VerdictInput): Decision {
  const { findings, gaps, oneAtATime } = input;
  const biting = oneAtATime ? findings.filter((finding) => !needsOverlap(finding)) : findings;
  const errors = biting.filter((finding) => countedSeverity(finding) === 'error');
  const warnings = biting.filter((finding) => countedSeverity(finding) === 'warning');
  if (errors.length > 0) return { verdict: 'not-ready', because: `${enumerate(errors, 'error')}.` };
  if (gaps.length > 0) return { verdict: 'not-proven', because: notProven(warnings, gaps) };
  if (warnings.length > 0) return { verdict: 'ready-with-changes', because: `${enumerate(warnings, 'warning')}; no error.` };
  if (biting.length < findings.length && findings.some((finding) => countedSeverity(finding) !== 'note')) {
    return { verdict: 'ready-at-concurrency-1', because: 'Every hazard needs two invocations at once, and the settings allow one.' };
  }
  return { verdict: 'ready', because: ready(input) };
}

function enumerate(findings: readonly Finding[], noun: string): string {
  const subjects = [...new Set(findings.map(({ subject }) => subject))];
  const more = subjects.length > 2 ? ` and ${subjects.length - 2} more` : '';
  return `${counted(findings.length, noun)}: ${subjects.slice(0, 2).map((subject) => `\`${subject}\``).join(', ')}${more}`;
}

function notProven(warnings: readonly Finding[], gaps: readonly string[]): string {
  const found = warnings.length === 0 ? 'No hazard was found' : `No error was found, ${counted(warnings.length, 'warning')}`;
  return `${found}, but ${gaps.join(', and ')}.`;
}

function ready({ preExisting, overlap }: VerdictInput): string {
  const nothing = `Nothing was found that breaks when ${overlap}, and the code was understood.`;
  if (preExisting === 0) return nothing;
  return `${nothing} ${counted(preExisting, 'finding')} that ${preExisting === 1 ? 'bites' : 'bite'} in classic Lambda too ${preExisting === 1 ? 'does' : 'do'} not count.`;
}
