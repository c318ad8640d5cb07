/** What a function's readiness consists of beside its findings: coverage, shared state, advice, migration. */
import type { Coverage, SharedState } from '../../analysis/result.js';
import { counted, percent } from '../../readiness/words.js';
import { isAnalysed } from '../../readiness/verdict.js';
import type { MigrationStep, Readiness, ScoreChange } from '../../readiness/readiness.js';
import { visible } from '../escape.js';
import { adviceBlock } from './advice-block.js';
import { fitBlock } from './fit-block.js';
import { field, fieldLabel, LABEL_END } from './field.js';
import { labelled, placeText, type Page, type Style } from './page.js';
import { padEnd, widthOf } from './text.js';

/** Lines of a list; what is left out is in the JSON report. */
const MAX_LIST = 10;
const MAX_NAMES = 4;

/** `brief`: without the reasons of the advice and the shared state. */
export function readinessBlock(page: Page, readiness: Readiness, steps: readonly MigrationStep[], brief: boolean): readonly string[] {
  const { verdict, coverage, sharedState, concurrencyOne, advice, fit, changes, notes } = readiness;
  return [
    ...(verdict === 'not-proven' && coverage ? coverageLines(page, coverage) : []),
    ...changeLines(page, changes),
    ...(advice ? adviceBlock(page, advice, brief) : []),
    ...(fit && !brief ? fitBlock(page, fit) : []),
    ...(concurrencyOne ? field(page, 'One at a time', `${concurrencyOne.suffices ? 'would avoid every error.' : 'would avoid some of the errors, not all.'} ${concurrencyOne.cost}`) : []),
    ...(brief ? [] : sharedStateLines(page, sharedState)),
    ...migrationLines(page, steps),
    ...(brief ? [] : notes.flatMap(({ what, at }, index) => field(page, index === 0 ? 'To know' : '', `${what}${at === undefined ? '' : ` (${placeText(at)})`}`))),
  ];
}

/** Which changes raise the score most, and to what. */
export function changeLines(page: Page, changes: readonly ScoreChange[]): readonly string[] {
  const width = Math.max(...changes.map(({ score }) => String(score).length));
  return changes.flatMap(({ what, score }, index) => {
    const label = `${fieldLabel(index === 0 ? 'Raise score' : '')}to ${String(score).padStart(width)}  `;
    return labelled(page, label, visible(what), undefined, (text) => page.chalk.dim(text.slice(0, LABEL_END)) + page.chalk.bold(text.slice(LABEL_END)));
  });
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

function names(all: readonly string[], limit = MAX_NAMES): string {
  const more = all.length - limit;
  return all.slice(0, limit).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** How much was understood, in short. */
export function understoodText({ verdict, understood }: Readiness): string {
  return isAnalysed(verdict) ? `${percent(understood)} understood` : '';
}
