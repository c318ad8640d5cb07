/** One finding: where, what, the code, the schedule that does the harm, and what to do. */
import type { Finding } from '../../findings/finding.js';
import { visible } from '../escape.js';
import { codeFrame } from './code-frame.js';
import { interleaving } from './interleaving.js';
import { labelled, placeText, prose, severityStyle, type Page } from './page.js';

const INDENT = '  ';
const INNER = '    ';
/** More would bury the finding. */
const MAX_RELATED = 4;

export interface FindingContext {
  readonly sourceText: (file: string) => string | undefined;
  /** A function's name by its id. */
  readonly nameOf: (functionId: string) => string;
}

export function findingBlock(page: Page, finding: Finding, context: FindingContext): readonly string[] {
  const { chalk } = page;
  const { severity, rule, confidence, location, witness } = finding;
  const head = `${INDENT}${chalk.underline(placeText(location, true))}  ${severityStyle(page, severity)(severity)}  ${chalk.bold(visible(rule))}  ${chalk.dim(exposureText(finding, confidence))}`;
  const frame = severity === 'note' ? [] : codeFrame(page, location, context.sourceText(location.file), INNER);
  const schedule = severity === 'note' || witness === undefined ? [] : interleaving(page, witness, location.file, INNER);
  return [
    head,
    ...prose(page, finding.message, INDENT),
    ...(frame.length > 0 ? ['', ...frame] : []),
    ...(schedule.length > 0 ? ['', ...schedule] : []),
    ...(frame.length + schedule.length > 0 ? [''] : []),
    ...remarks(page, finding, context),
  ];
}

/** A line that points to a finding printed before. */
export function findingReference(page: Page, finding: Finding, printedUnder: string): string {
  const { severity, rule, location } = finding;
  return `${INDENT}${placeText(location, true)}  ${severityStyle(page, severity)(severity)}  ${visible(rule)}  ${page.chalk.dim(`see ${visible(printedUnder)}`)}`;
}

function exposureText({ exposure }: Finding, confidence: string): string {
  switch (exposure) {
    case 'new-under-lmi': return confidence;
    case 'worse-under-lmi': return `${confidence}, worse on managed instances`;
    case 'pre-existing': return `${confidence}, in classic Lambda too`;
  }
}

function remarks(page: Page, finding: Finding, { nameOf }: FindingContext): readonly string[] {
  const related = finding.related.slice(0, MAX_RELATED).map(({ location, message }) =>
    `${location.file === finding.location.file ? `:${location.line}` : placeText(location)} ${visible(message)}`);
  const more = finding.related.length - related.length;
  return [
    ...remark(page, 'Why', finding.whyConcurrent ?? ''),
    ...remark(page, 'Also', [...related, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')),
    ...remark(page, 'Fix', finding.advice),
    ...(finding.functions.length > 1 ? remark(page, 'In', finding.functions.map(nameOf).join(', ')) : []),
  ];
}

function remark(page: Page, label: string, text: string): readonly string[] {
  if (text === '') return [];
  return labelled(page, `${INNER}${label.padEnd(4)} `, visible(text), undefined, page.chalk.dim);
}
