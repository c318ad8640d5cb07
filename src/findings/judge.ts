/**
 * From hazards to findings: every rule is asked; one place is one finding, of the first rule in the catalogue that fits, with
 * the highest severity that any of them gave. Findings of several functions about one place are merged.
 */
import type { Hazard, Point } from '../analysis/hazard.js';
import type { Change, Location } from '../ir/index.js';
import type { Finding, TextEdit } from './finding.js';
import { withFingerprints } from './fingerprint.js';
import { compareFindings } from './order.js';
import type { Judgement, Rule } from './rule.js';
import { graver } from './severity.js';

const MAX_RELATED = 12;

/** A finding before it has its fingerprint, which needs the final order. */
export type FindingDraft = Omit<Finding, 'fingerprint'>;

/** What the judgement of a function's hazards needs. */
export interface JudgeInput {
  /** In order of precedence. */
  readonly rules: readonly Rule[];
  readonly functionId: string;
  /** A rule that fails is named; the others still judge. */
  readonly failed: (rule: string, error: unknown) => void;
  /** Edits that make a change in the code, where there are any. */
  readonly edits: (change: Change, places: readonly Location[]) => readonly TextEdit[];
}

/** Findings of one function. */
export function judgeHazards(input: JudgeInput, hazards: readonly Hazard[]): readonly FindingDraft[] {
  const judged = (some: readonly Hazard[]): readonly FindingDraft[] => some.flatMap((hazard) => judgeHazard(input, hazard) ?? []);
  return [...onePerStatement(judged(hazards.filter(({ kind }) => kind === 'memory'))), ...judged(hazards.filter(({ kind }) => kind !== 'memory'))];
}

/** A statement that sets several places of one object (`Object.assign(shared, { a, b })`) is one defect, told of the first of them. */
function onePerStatement(findings: readonly FindingDraft[]): readonly FindingDraft[] {
  const first = new Map<string, FindingDraft>();
  for (const finding of findings) {
    const { file, line, column } = finding.location;
    const id = `${finding.rule}|${file}:${line}:${column}`;
    const known = first.get(id);
    first.set(id, known ? withPlace(known, finding) : finding);
  }
  return [...first.values()];
}

function withPlace(known: FindingDraft, { location, subject, severity }: FindingDraft): FindingDraft {
  const too = { location, message: `\`${subject}\`, too` };
  return { ...known, severity: graver(known.severity, severity), related: [...known.related, too].slice(0, MAX_RELATED) };
}

function judgeHazard({ rules, functionId, failed, edits }: JudgeInput, hazard: Hazard): FindingDraft | undefined {
  const judged: { rule: Rule; judgement: Judgement }[] = [];
  for (const rule of rules) {
    try {
      const judgement = rule.judge(hazard);
      if (judgement) judged.push({ rule, judgement });
    } catch (error) {
      failed(rule.meta.id, error);
    }
  }
  const first = judged[0];
  if (!first) return undefined;
  const { rule, judgement } = first;
  const severity = judged.map((entry) => entry.judgement.severity).reduce(graver);
  const { location } = judgement.primary;
  return {
    rule: rule.meta.id, family: rule.meta.family, severity: judgement.confidence === 'possible' && severity === 'error' ? 'warning' : severity,
    confidence: judgement.confidence, exposure: hazard.kind === 'memory' && hazard.ownThreads ? 'pre-existing' : judgement.exposure, message: judgement.message, location, related: relatedOf(hazard, judgement),
    ...(judgement.witness ? { witness: judgement.witness } : {}),
    ...whyConcurrent(hazard),
    advice: judgement.advice, edits: judgement.change ? edits(judgement.change.kind, judgement.change.places.map((place) => place.location)) : [], subject: hazard.name, includes: judged.slice(1).map((entry) => entry.rule.meta.id),
    functions: [functionId],
  };
}

function whyConcurrent(hazard: Hazard): Pick<Finding, 'whyConcurrent'> {
  const why = reasonFor(hazard);
  return why === undefined ? {} : { whyConcurrent: why };
}

/** Nothing where invocations need not meet. */
function reasonFor(hazard: Hazard): string | undefined {
  if (hazard.kind === 'platform') return undefined;
  if (hazard.kind === 'file') return hazard.model.whyFiles;
  if (hazard.kind === 'effect') return hazard.why;
  return hazard.kind === 'memory' && hazard.ownThreads ? 'The invocation starts several threads or tasks that work on it at the same time; on Lambda Managed Instances as anywhere else' : hazard.model.whyMemory;
}

/** What the rule names first, then the other accesses to the place. */
function relatedOf(hazard: Hazard, judgement: Judgement): Finding['related'] {
  const named = judgement.related.map(({ point, message }) => ({ location: point.location, message }));
  const rest: readonly Point[] = hazard.kind === 'memory' ? hazard.accesses : hazard.others;
  const seen = new Set([key(judgement.primary), ...judgement.related.map(({ point }) => key(point))]);
  const others = rest.flatMap((point) => {
    if (seen.has(key(point))) return [];
    seen.add(key(point));
    return [{ location: point.location, message: `also ${VERBS[point.kind] ?? 'used'} here` }];
  });
  return [...named, ...others].slice(0, MAX_RELATED);
}

const VERBS: Record<string, string> = {
  read: 'read', check: 'checked', iterate: 'iterated', write: 'written', mutate: 'changed', remove: 'removed from', clear: 'cleared', atomic: 'changed atomically',
  use: 'used', declare: 'named', configure: 'configured', session: 'used for a session', close: 'closed', wait: 'waited', print: 'printed',
};

function key(point: Point): string {
  return `${point.location.file}:${point.location.line}:${point.location.column}`;
}

/** One finding per rule, place and primary location; the functions that reach it are listed. */
export function mergeFindings(findings: readonly FindingDraft[], sourceText: (file: string) => string | undefined): readonly Finding[] {
  const merged = new Map<string, FindingDraft>();
  for (const finding of findings) {
    const { file, line, column } = finding.location;
    const id = `${finding.rule}|${finding.subject}|${file}:${line}:${column}`;
    const known = merged.get(id);
    if (!known) { merged.set(id, finding); continue; }
    merged.set(id, {
      ...known, severity: graver(known.severity, finding.severity),
      functions: [...new Set([...known.functions, ...finding.functions])].sort(),
    });
  }
  return withFingerprints([...merged.values()].sort(compareFindings), sourceText);
}
