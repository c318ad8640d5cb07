/** What a function's readiness consists of beside its findings: coverage, shared state, advice, migration. */
import type { Coverage, SharedState } from '../../analysis/result.js';
import type { Location } from '../../ir/index.js';
import { counted, percent } from '../../readiness/words.js';
import { isAnalysed } from '../../readiness/verdict.js';
import type { Advice, MigrationStep, Readiness } from '../../readiness/readiness.js';
import { visible } from '../escape.js';
import { labelled, placeText, type Page, type Style } from './page.js';
import { cutStart, padEnd, widthOf } from './text.js';

const INDENT = '  ';
const LABEL_WIDTH = 14;
/** Where the text after a label begins. */
const LABEL_END = INDENT.length + LABEL_WIDTH + 1;
/** Lines of a list; what is left out is in the JSON report. */
const MAX_LIST = 10;
const MAX_NAMES = 4;
/** Columns of the marks around code, where there is no colour. */
const MARKS_OF_CODE = 2;
/** Columns that a place has at least. */
const MIN_PLACE = 16;

/** `brief`: without the reasons of the advice and the shared state. */
export function readinessBlock(page: Page, readiness: Readiness, steps: readonly MigrationStep[], brief: boolean): readonly string[] {
  const { verdict, coverage, sharedState, concurrencyOne, advice } = readiness;
  return [
    ...(verdict === 'not-proven' && coverage ? coverageLines(page, coverage) : []),
    ...(advice ? adviceLines(page, advice, brief) : []),
    ...(concurrencyOne ? field(page, 'One at a time', `${concurrencyOne.suffices ? 'would avoid every error.' : 'would avoid some of the errors, not all.'} ${concurrencyOne.cost}`) : []),
    ...(brief ? [] : sharedStateLines(page, sharedState)),
    ...migrationLines(page, steps),
  ];
}

function coverageLines(page: Page, coverage: Coverage): readonly string[] {
  const { calls, resolvedCalls, receivers, resolvedReceivers, unresolved, escapes, unknownNodes, bounds, unreadFiles, unknownLibraries } = coverage;
  const parts = [
    `${resolvedCalls} of ${counted(calls, 'call')} and ${resolvedReceivers} of ${counted(receivers, 'receiver')} resolved`,
    ...(unknownNodes > 0 ? [`${counted(unknownNodes, 'construct')} not understood`] : []),
    ...(unresolved.length > 0 ? [`not looked into: ${names(unresolved.map(({ name, count }) => (count > 1 ? `\`${name}\` (${count}×)` : `\`${name}\``)))}`] : []),
    ...(escapes.length > 0 ? [`request data goes into ${names([...new Set(escapes.map(({ into }) => `\`${into}\``))])}`] : []),
    ...(unknownLibraries.length > 0 ? [`unknown libraries: ${names(unknownLibraries)}`] : []),
    ...(unreadFiles.length > 0 ? [`not read in full: ${names(unreadFiles)}`] : []),
    ...(bounds.length > 0 ? [`cut off: ${names(bounds)}`] : []),
  ];
  return field(page, 'Understood', `${parts.join('; ')}.`);
}

function adviceLines(page: Page, advice: Advice, brief: boolean): readonly string[] {
  const { memory, memoryPerVcpu, vcpus, maxConcurrency, workload, evidence } = advice;
  const settings = `memory ${memory.value} MB, ${memoryPerVcpu.value} GiB per vCPU (${counted(vcpus, 'vCPU')}), concurrency ${maxConcurrency.value}`;
  const run = field(page, 'Run it with', settings, page.chalk.bold);
  if (brief) return run;
  return [
    ...run,
    ...field(page, '', `Memory: ${memory.reason}.`, page.chalk.dim),
    ...field(page, '', `Ratio: ${memoryPerVcpu.reason}.`, page.chalk.dim),
    ...field(page, '', `Concurrency: ${maxConcurrency.reason}.`, page.chalk.dim),
    ...field(page, 'Workload', evidence.length === 0 ? 'unknown: no call in the code says what it spends its time on' : workload),
    ...evidenceLines(page, advice),
  ];
}

/** The calls that say what kind of work it is; those of the kind that decided come first. */
function evidenceLines(page: Page, { workload, evidence }: Advice): readonly string[] {
  const deciding = workload === 'memory-heavy' ? 'memory' : 'cpu';
  const sorted = [...evidence].sort((a, b) => Number(b.kind === deciding) - Number(a.kind === deciding));
  const byCall = new Map<string, Location[]>();
  for (const { what, at } of sorted) byCall.set(what, [...(byCall.get(what) ?? []), at]);
  const shown = [...byCall].slice(0, MAX_NAMES).flatMap(([what, places]) => field(page, '', callText(what, places, page.width - LABEL_END - MARKS_OF_CODE), page.chalk.dim));
  const more = byCall.size - MAX_NAMES;
  return more > 0 ? [...shown, ...field(page, '', `and ${counted(more, 'more call')}`, page.chalk.dim)] : shown;
}

/** A call and where it is, on one line of `width` columns beside the marks of code. */
function callText(what: string, [first, ...others]: readonly Location[], width: number): string {
  const place = `${first === undefined ? '' : ` ${placeText(first)}`}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  const room = width - widthOf(place);
  const name = widthOf(visible(what)) <= room ? what : what.split('.').slice(-2).join('.');
  const left = width - widthOf(visible(name));
  return `\`${name}\`${widthOf(place) <= left ? place : ` ${cutStart(place, Math.max(MIN_PLACE, left - 1))}`}`;
}

function sharedStateLines(page: Page, shared: readonly SharedState[]): readonly string[] {
  const open = shared.filter(({ judgement }) => judgement !== 'safe').sort((a, b) => RANK[a.judgement] - RANK[b.judgement]);
  const shown = open.slice(0, MAX_LIST);
  const nameWidth = Math.min(32, Math.max(0, ...shown.map(({ name }) => widthOf(visible(name)))));
  const rows = [
    ...shown.map(({ name, what, judgement, because }) => ({ judgement, head: `${padEnd(visible(name), nameWidth)}  `, text: what === 'value' ? because : `${what}: ${because}` })),
    ...safeRows(shared),
  ];
  const lines = rows.flatMap(({ judgement, head, text }, index) => {
    const { mark, style } = markOf(page, judgement);
    const label = `${fieldLabel(index === 0 ? 'Shared state' : '')}${mark} ${head}`;
    return labelled(page, label, visible(text), page.chalk.dim, (all) => page.chalk.dim(all.slice(0, LABEL_END)) + style(all.slice(LABEL_END)));
  });
  const more = open.length - shown.length;
  return more > 0 ? [...lines, ...field(page, '', `and ${more} more, in the JSON report`)] : lines;
}

interface SharedStateRow {
  readonly judgement: SharedState['judgement'];
  /** Its name, with the room up to the text. */
  readonly head: string;
  readonly text: string;
}

/** What is safe for the same reason shares a row. */
function safeRows(shared: readonly SharedState[]): readonly SharedStateRow[] {
  const byReason = new Map<string, string[]>();
  for (const { name, because, judgement } of shared) {
    if (judgement === 'safe') byReason.set(because, [...(byReason.get(because) ?? []), name]);
  }
  return [...byReason].map(([because, all]) => ({ judgement: 'safe', head: '', text: `${because}: ${names(all, MAX_LIST)}` }));
}

const RANK: Readonly<Record<SharedState['judgement'], number>> = { hazard: 0, unknown: 1, safe: 2 };

function markOf({ chalk }: Page, judgement: SharedState['judgement']): { readonly mark: string; readonly style: Style } {
  switch (judgement) {
    case 'safe': return { mark: '✓', style: chalk.green };
    case 'hazard': return { mark: '✗', style: chalk.red };
    case 'unknown': return { mark: '?', style: chalk.magenta };
  }
}

/** Migration steps, with their effort. */
export function migrationLines(page: Page, steps: readonly MigrationStep[]): readonly string[] {
  return steps.flatMap(({ what, effort, at }, index) =>
    field(page, index === 0 ? 'Migration' : '', `${what} (${effort}${at === undefined ? '' : `, ${placeText(at)}`})`));
}

/** `  Label         text`. */
export function field(page: Page, label: string, text: string, style?: Style): readonly string[] {
  return labelled(page, fieldLabel(label), visible(text), style, page.chalk.dim);
}

function fieldLabel(label: string): string {
  return `${INDENT}${label.padEnd(LABEL_WIDTH)} `;
}

function names(all: readonly string[], limit = MAX_NAMES): string {
  const more = all.length - limit;
  return all.slice(0, limit).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** How much was understood, in short. */
export function understoodText({ verdict, understood }: Readiness): string {
  return isAnalysed(verdict) ? `${percent(understood)} understood` : '';
}
