/** The end of the report: what a person looks at first. */
import type { Problem } from '../../ir/index.js';
import { isAnalysed, VERDICTS } from '../../readiness/verdict.js';
import { counted } from '../../readiness/words.js';
import { everyReport } from '../audit-report.js';
import type { AuditReport, FunctionReport } from '../audit-report.js';
import { visible } from '../escape.js';
import type { CommonAdvice } from './common-advice.js';
import { countsBySeverity, worstFirst } from './overview.js';
import { rule, scoreStyle, verdictOn, verdictStyle, type Page } from './page.js';
import { field } from './field.js';
import { changeLines } from './readiness-block.js';

/** Problems beyond that are counted. */
const MAX_PROBLEMS = 15;
/** Names of functions with one reason; more are counted. */
const MAX_NAMES = 6;
/** Migration steps, and notes; more are counted. */
const MAX_STEPS = 10;

/** `common`: what is said of several functions, with how many; `snippet`: the format that prints the advised settings. */
export function summary(page: Page, report: AuditReport, common: CommonAdvice, snippet: string | undefined): readonly string[] {
  const { findings, functions, classes } = report;
  return [
    rule(page, 'Summary'),
    ...(functions.length === 0 && classes.length > 0 ? [] : countLines(page, 'Functions', functions)),
    ...(classes.length === 0 ? [] : countLines(page, 'Classes', classes)),
    ...field(page, 'Findings', findings.length === 0 ? 'none' : countsBySeverity(findings)),
    ...scoreLines(page, report),
    ...(everyReport(report).length > 1 ? changeLines(page, report.summary.changes) : []),
    ...acceptedLines(page, report),
    ...notAnalysedLines(page, report),
    ...problemLines(page, report.problems),
    ...passedOverLines(page, report),
    ...listed(page, 'Migration', common.steps.map(({ what, effort, functions: count }) => `${what} (${effort}, ${counted(count, 'function')})`), MAX_STEPS),
    ...listed(page, 'To know', common.notes.map(({ what, functions: count }) => `${what} (${counted(count, 'function')})`), MAX_STEPS),
    ...(snippet === undefined ? [] : field(page, 'To paste', `--format ${snippet} prints the advised settings, each with its reason; with --function NAME those of one function.`)),
  ];
}

function countLines(page: Page, label: string, reports: readonly FunctionReport[]): readonly string[] {
  const byVerdict = [...VERDICTS].reverse().flatMap((verdict) => {
    const [first, ...more] = reports.filter(({ readiness }) => readiness.verdict === verdict);
    return first === undefined ? [] : [`${more.length + 1} ${verdictOn(first.function, verdict)}`];
  });
  return field(page, label, [`${reports.length}`, ...(byVerdict.length > 0 ? [byVerdict.join(', ')] : [])].join(': '));
}

/** The score of the functions; of the classes where there are no functions. */
function scoreLines(page: Page, { summary: { score, worstScore, worstVerdict }, functions, classes }: AuditReport): readonly string[] {
  const scored = functions.length > 0 ? functions : classes;
  const [worst] = worstFirst(scored);
  if (worst === undefined) return [];
  const lowest = scored.length === 1 ? '' : `, lowest ${worstScore}`;
  const [line = ''] = field(page, 'Score', '');
  const figures = `${scoreStyle(page, score)(String(score))}${lowest}`;
  return [`${line.padEnd(17)}${figures}${page.chalk.dim(', worst verdict ')}${verdictStyle(page, worstVerdict)(verdictOn(worst.function, worstVerdict))}`];
}

function acceptedLines(page: Page, { accepted, catalogue }: AuditReport): readonly string[] {
  if (accepted === undefined) return [];
  const { suppressed, unusedSuppressions, inBaseline, staleInBaseline } = accepted;
  const parts = [
    ...(suppressed.length > 0 ? [`${counted(suppressed.length, 'finding')} by comments`] : []),
    ...(inBaseline > 0 ? [`${counted(inBaseline, 'finding')} by the baseline`] : []),
    ...(staleInBaseline > 0 ? [`${staleInBaseline} of the baseline are gone`] : []),
  ];
  const known = new Set(catalogue.map(({ id }) => id));
  const unused = unusedSuppressions.map(({ file, line, rules }) => {
    const unknown = rules.filter((rule) => !known.has(rule));
    return `${file}:${line}${unknown.length === 0 ? '' : ` (there is no rule ${unknown.join(' or ')})`}`;
  });
  return [
    ...(parts.length > 0 ? field(page, 'Accepted', parts.join(', ')) : []),
    ...(unused.length > 0 ? field(page, 'Needless', `comments that accept nothing: ${unused.slice(0, 5).join(', ')}${unused.length > 5 ? ` and ${unused.length - 5} more` : ''}`) : []),
  ];
}

function notAnalysedLines(page: Page, report: AuditReport): readonly string[] {
  const skipped = everyReport(report).filter(({ readiness: { verdict } }) => !isAnalysed(verdict));
  const byReason = new Map<string, string[]>();
  for (const { function: { name }, readiness: { because } } of skipped) byReason.set(because, [...(byReason.get(because) ?? []), name]);
  return listed(page, 'Not analysed', [...byReason].map(([because, names]) => `${enumerated(names)}: ${because}`), MAX_PROBLEMS);
}

/** `Orders, Users (2) and 3 more`. */
function enumerated(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shown = [...counts].slice(0, MAX_NAMES);
  const more = names.length - shown.reduce((sum, [, count]) => sum + count, 0);
  return `${shown.map(([name, count]) => (count === 1 ? name : `${name} (${count})`)).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function problemLines(page: Page, problems: readonly Problem[]): readonly string[] {
  return listed(page, 'Problems', problems.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`} ${message}`.trim()), MAX_PROBLEMS);
}

function listed(page: Page, label: string, texts: readonly string[], limit: number): readonly string[] {
  const more = texts.length - limit;
  const shown = more > 0 ? [...texts.slice(0, limit), `and ${more} more`] : texts;
  return shown.flatMap((text, index) => field(page, index === 0 ? label : '', visible(text)));
}

function passedOverLines(page: Page, { inventory: { passedOver } }: AuditReport): readonly string[] {
  const reasons = [...passedOver].filter(([, count]) => count > 0).map(([reason, count]) => `${count} ${reason}`);
  return reasons.length === 0 ? [] : field(page, 'Passed over', `files: ${reasons.join(', ')}`);
}
