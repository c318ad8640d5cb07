/** One finding: where, what, the code, the schedule that does the harm, and what to do. */
import type { Finding } from '../../findings/finding.js';
import { sentence } from '../../readiness/words.js';
import { visible } from '../escape.js';
import { codeFrame } from './code-frame.js';
import { interleaving } from './interleaving.js';
import { labelled, placeText, plain, prose, severityStyle, type Page, type Style } from './page.js';
import { widthOf } from './text.js';

const INDENT = '  ';
const INNER = '    ';
/** More would bury the finding. */
const MAX_RELATED = 4;
const MAX_FUNCTIONS = 6;

export interface FindingContext {
  readonly sourceText: (file: string) => string | undefined;
  /** A function's name by its id. */
  readonly nameOf: (functionId: string) => string;
}

export function findingBlock(page: Page, finding: Finding, context: FindingContext): readonly string[] {
  const { severity, location, witness } = finding;
  const frame = severity === 'note' ? [] : codeFrame(page, location, context.sourceText(location.file), INNER);
  const schedule = severity === 'note' || witness === undefined ? [] : interleaving(page, witness, location.file, INNER);
  return [
    ...heading(page, finding, exposureText(finding), page.chalk.underline),
    ...prose(page, finding.message, INDENT),
    ...(frame.length > 0 ? ['', ...frame] : []),
    ...(schedule.length > 0 ? ['', ...schedule] : []),
    ...(frame.length + schedule.length > 0 ? [''] : []),
    ...remarks(page, finding, context),
  ];
}

/** A line that points to a finding printed before. */
export function findingReference(page: Page, finding: Finding, printedUnder: string): readonly string[] {
  return heading(page, finding, `see ${visible(printedUnder)}`, plain);
}

/** `src/orders.ts:7:3  error  request-state-leak  certain`. A place is never cut, so that terminals can open it. */
function heading(page: Page, { location, severity, rule }: Finding, remark: string, placeStyle: Style): readonly string[] {
  const place = placeText(location, true);
  const rest = `${severityStyle(page, severity)(severity)}  ${page.chalk.bold(visible(rule))}  ${page.chalk.dim(remark)}`;
  const fits = widthOf(`${INDENT}${place}  ${severity}  ${visible(rule)}  ${remark}`) <= page.width;
  return fits ? [`${INDENT}${placeStyle(place)}  ${rest}`] : [`${INDENT}${placeStyle(place)}`, `${INDENT}${rest}`];
}

function exposureText({ exposure, confidence }: Finding): string {
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
  const others = finding.functions.length - MAX_FUNCTIONS;
  return [
    ...remark(page, 'Why', finding.whyConcurrent === undefined ? '' : sentence(finding.whyConcurrent)),
    ...remark(page, 'Also', [...related, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')),
    ...remark(page, 'Fix', finding.advice),
    ...(finding.functions.length > 1 ? remark(page, 'In', finding.functions.slice(0, MAX_FUNCTIONS).map(nameOf).join(', ') + (others > 0 ? ` and ${others} more` : '')) : []),
  ];
}

function remark(page: Page, label: string, text: string): readonly string[] {
  if (text === '') return [];
  return labelled(page, `${INNER}${label.padEnd(4)} `, visible(text), undefined, page.chalk.dim);
}
