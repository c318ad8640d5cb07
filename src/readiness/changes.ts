/**
 * Which changes raise the score most. Each is tried out: its findings are taken away, or the code is taken to be understood,
 * and what is left is scored anew. The one with the greatest gain for each finding comes first; those after it are tried with it done.
 */
import type { Family, Finding } from '../findings/finding.js';
import { compareText } from '../findings/order.js';
import type { ScoreChange } from './readiness.js';
import { deductionsOf, scoreOf } from './score.js';
import { counted } from './words.js';

/** One function, as far as its score goes. */
export interface Scored {
  readonly id: string;
  readonly name: string;
  /** Findings that count. */
  readonly findings: readonly Finding[];
  /** Why its code is not proven; empty when it is. */
  readonly gaps: readonly string[];
}

const MAX_CHANGES = 3;

/** The changes for one function, or for several together: then the score is their mean. */
export function changesFor(functions: readonly Scored[]): readonly ScoreChange[] {
  const changes: ScoreChange[] = [];
  for (let left = functions; changes.length < MAX_CHANGES;) {
    const best = bestOf(left);
    if (best === undefined) break;
    left = left.map((fn) => without(fn, best));
    changes.push({ what: best.what, findings: [...best.findings].sort(compareText), functions: best.functions, score: tenths(scoresOf(left).score) });
  }
  return changes;
}

interface Candidate {
  readonly what: string;
  /** Fingerprints of the findings that it takes away. */
  readonly findings: ReadonlySet<string>;
  /** Functions whose code it makes understood. */
  readonly understood?: string;
  /** Those whose score may change, sorted. */
  readonly functions: readonly string[];
}

interface Scores {
  readonly score: number;
  /** What is taken off altogether, bounds of the score aside: a step on the way counts, even if the gravest finding still decides. */
  readonly points: number;
}

function bestOf(functions: readonly Scored[]): Candidate | undefined {
  const before = scoresOf(functions);
  const rated = candidatesOf(functions).map((candidate) => {
    const concerned = functions.filter(({ id }) => candidate.functions.includes(id));
    // A family contains its findings, and would always win: what counts is the gain for each finding that has to be fixed.
    const share = concerned.length / functions.length / Math.max(1, candidate.findings.size);
    return { candidate, gain: difference(scoresOf(concerned.map((fn) => without(fn, candidate))), scoresOf(concerned), share) };
  });
  const [best] = rated.sort((a, b) => b.gain.score - a.gain.score || b.gain.points - a.gain.points || a.candidate.findings.size - b.candidate.findings.size || compareText(a.candidate.what, b.candidate.what));
  return best && before.score < 100 && (best.gain.score > 0 || best.gain.points > 0) ? best.candidate : undefined;
}

function difference(after: Scores, before: Scores, share: number): Scores {
  return { score: (after.score - before.score) * share, points: (before.points - after.points) * share };
}

/** Means over the functions. */
function scoresOf(functions: readonly Scored[]): Scores {
  const sum = (figure: (fn: Scored) => number): number => functions.reduce((total, fn) => total + figure(fn), 0) / functions.length;
  return {
    score: sum(({ findings, gaps }) => scoreOf(findings, gaps.length === 0)),
    points: sum(({ findings }) => deductionsOf(findings).reduce((total, { points }) => total + points, 0)),
  };
}

function without(fn: Scored, { findings, understood }: Candidate): Scored {
  return { ...fn, findings: fn.findings.filter(({ fingerprint }) => !findings.has(fingerprint)), gaps: understood === fn.id ? [] : fn.gaps };
}

function candidatesOf(functions: readonly Scored[]): readonly Candidate[] {
  const byFinding = new Map<string, { readonly finding: Finding; readonly functions: Set<string> }>();
  for (const { id, findings } of functions) {
    for (const finding of findings) {
      const known = byFinding.get(finding.fingerprint) ?? { finding, functions: new Set() };
      byFinding.set(finding.fingerprint, { ...known, functions: known.functions.add(id) });
    }
  }
  return [...singles(byFinding), ...families(byFinding), ...gaps(functions)];
}

type Findings = ReadonlyMap<string, { readonly finding: Finding; readonly functions: ReadonlySet<string> }>;

function singles(byFinding: Findings): readonly Candidate[] {
  return [...byFinding].map(([fingerprint, { finding: { subject, rule, location }, functions }]) => ({
    what: `fix \`${subject}\` (${rule}, ${location.file}:${location.line})`, findings: new Set([fingerprint]), functions: [...functions].sort(compareText),
  }));
}

function families(byFinding: Findings): readonly Candidate[] {
  const members = new Map<Family, string[]>();
  for (const [fingerprint, { finding: { family } }] of byFinding) members.set(family, [...(members.get(family) ?? []), fingerprint]);
  return [...members].filter(([, fingerprints]) => fingerprints.length > 1).map(([family, fingerprints]) => ({
    what: `fix the ${counted(fingerprints.length, 'finding')} of the family ${family}`, findings: new Set(fingerprints),
    functions: [...new Set(fingerprints.flatMap((fingerprint) => [...(byFinding.get(fingerprint)?.functions ?? [])]))].sort(compareText),
  }));
}

function gaps(functions: readonly Scored[]): readonly Candidate[] {
  return functions.flatMap(({ id, name, gaps: why }) => (why.length === 0 ? [] : [{
    what: `make ${functions.length === 1 ? 'its code' : `the code of ${name}`} understood: ${why.join(', and ')}`, findings: new Set<string>(), understood: id, functions: [id],
  }]));
}

/** Rounded down, so that nothing looks reached before it is. */
function tenths(score: number): number {
  return Math.floor(score * 10 + 1e-9) / 10;
}
