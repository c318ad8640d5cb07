/** One finding as a SARIF result. GitHub shows the message's first sentence as title, links to related locations, and paths. */
import type { Finding, TextEdit, Witness, WitnessStep } from '../findings/finding.js';
import type { Location } from '../ir/index.js';
import { sentence } from '../readiness/words.js';
import { visible, visibleLines } from './escape.js';
import { fileUri, firstLineOf, physicalLocation } from './sarif-location.js';

/** What results need to know of the source and the catalogue. */
export interface ResultContext {
  readonly ruleIndex: (rule: string) => number | undefined;
  readonly sourceText: (file: string) => string | undefined;
  /** GitHub's fingerprint of a line of a file. */
  readonly lineHash: (file: string, line: number) => string | undefined;
}

type SarifObject = Readonly<Record<string, unknown>>;

/** GitHub shows no more related locations than that for one result. */
const MAX_RELATED = 100;
/** Links in the message; more would hide what it says. */
const MAX_LINKS = 5;

export function sarifResult(finding: Finding, context: ResultContext): SarifObject {
  const primary = firstLineOf(finding.location, context.sourceText(finding.location.file));
  const lineHash = context.lineHash(primary.file, primary.line);
  const related = finding.related.slice(0, MAX_RELATED);
  return {
    ruleId: finding.rule,
    ruleIndex: context.ruleIndex(finding.rule),
    level: finding.severity,
    message: { text: messageText(finding) },
    locations: [{ physicalLocation: physicalLocation(primary) }],
    relatedLocations: related.length === 0 ? undefined : related.map(({ location, message }, index) => ({
      id: index + 1, physicalLocation: physicalLocation(location), message: { text: visible(message) },
    })),
    codeFlows: finding.witness && [codeFlow(finding.witness)],
    fixes: finding.edits.length === 0 ? undefined : [fix(finding.advice, finding.edits)],
    partialFingerprints: { ...(lineHash ? { primaryLocationLineHash: lineHash } : {}), 'reentrant/v1': finding.fingerprint },
    properties: {
      family: finding.family,
      confidence: finding.confidence,
      exposure: finding.exposure,
      subject: visible(finding.subject),
      includes: finding.includes,
      functions: finding.functions.map(visible),
    },
  };
}

function messageText(finding: Finding): string {
  const links = finding.related.slice(0, MAX_LINKS).map(({ message }, index) => `[${visible(message).replace(/[\\[\]]/g, '\\$&')}](${index + 1})`);
  const paragraphs = [
    plain(finding.message),
    links.length === 0 ? '' : `See also: ${links.join(', ')}.`,
    finding.whyConcurrent === undefined ? '' : plain(sentence(finding.whyConcurrent)),
    finding.advice === '' ? '' : plain(`Fix: ${finding.advice}`),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Text without anything that a viewer would take for a link: `cache[key](1)` is code here. */
function plain(text: string): string {
  return visibleLines(text).replace(/\](?=\()/g, '\\]');
}

/** One thread flow per invocation; `executionOrder` interleaves them. */
function codeFlow(witness: Witness): SarifObject {
  const ordered = orderedLocations(witness);
  const flows = (['A', 'B'] as const).map((invocation) => ({
    id: invocation,
    message: { text: threadTitle(witness, invocation) },
    locations: ordered.filter((step) => step.invocation === invocation).map(({ location }) => location),
  }));
  return {
    message: { text: plain(witness.outcome) },
    threadFlows: flows.filter(({ locations }) => locations.length > 0),
  };
}

function threadTitle({ relation }: Witness, invocation: 'A' | 'B'): string {
  switch (relation) {
    case 'overlapping': return `Invocation ${invocation}`;
    case 'own-threads': return `Thread ${invocation} of one invocation`;
    case 'later-on-the-same': return invocation === 'A' ? 'Earlier invocation A' : 'Later invocation B';
  }
}

/** The steps of both invocations in the order of the schedule, each preceded by the calls that newly lead to it. */
function orderedLocations({ steps, outcome }: Witness): { invocation: 'A' | 'B'; location: SarifObject }[] {
  const lastCalls: Record<'A' | 'B', readonly Location[]> = { A: [], B: [] };
  const out: { invocation: 'A' | 'B'; location: SarifObject }[] = [];
  steps.forEach((step, index) => {
    const { invocation, calls } = step;
    const shared = commonPrefix(lastCalls[invocation], calls);
    lastCalls[invocation] = calls;
    for (let depth = shared; depth < calls.length; depth++) {
      const call = calls[depth];
      if (call) out.push({ invocation, location: flowLocation(call, `${invocation} calls on`, out.length, depth) });
    }
    const text = index === steps.length - 1 ? `${stepText(step)} — ${outcome}` : stepText(step);
    out.push({ invocation, location: flowLocation(step.location, text, out.length, calls.length) });
  });
  return out;
}

function stepText({ invocation, action }: WitnessStep): string {
  return `${invocation}: ${action}`;
}

function flowLocation(location: Location, text: string, order: number, nestingLevel: number): SarifObject {
  return {
    location: { physicalLocation: physicalLocation(location), message: { text: plain(text) } },
    executionOrder: order + 1,
    nestingLevel,
  };
}

function commonPrefix(a: readonly Location[], b: readonly Location[]): number {
  let length = 0;
  while (length < a.length && length < b.length && samePlace(a[length], b[length])) length++;
  return length;
}

function samePlace(a: Location | undefined, b: Location | undefined): boolean {
  return a?.file === b?.file && a?.line === b?.line && a?.column === b?.column;
}

function fix(advice: string, edits: readonly TextEdit[]): SarifObject {
  const files = [...new Set(edits.map(({ location }) => location.file))];
  return {
    description: { text: plain(advice) },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: fileUri(file) },
      replacements: edits.filter(({ location }) => location.file === file).map(({ location, newText }) => ({
        deletedRegion: deletedRegion(location),
        insertedContent: { text: newText },
      })),
    })),
  };
}

/** Unlike a region that is shown, this one may be empty: text is inserted there. */
function deletedRegion({ line, column, endLine, endColumn }: Location): SarifObject {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
