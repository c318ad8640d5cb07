/**
 * The report for people at a terminal: a table of the functions, a section for each that has something to say, a summary. It
 * decides nothing about colours or width; the command line knows the terminal and passes both in.
 */
import { counted } from '../readiness/words.js';
import { everyReport } from './audit-report.js';
import type { AuditReport, FunctionReport } from './audit-report.js';
import { visible } from './escape.js';
import { suggestedSnippet } from './snippets/suggested.js';
import { commonAdvice, NOTHING_COMMON, type CommonAdvice } from './terminal/common-advice.js';
import { functionNames } from './terminal/function-names.js';
import { functionSection } from './terminal/function-section.js';
import { overview, worstFirst } from './terminal/overview.js';
import { openPage, type Page } from './terminal/page.js';
import { statistics } from './terminal/statistics.js';
import { summary } from './terminal/summary.js';

export interface TerminalOptions {
  /** Columns of the terminal; 72 to 120 are used. */
  readonly width: number;
  readonly color: boolean;
  /** Findings and a short summary only. */
  readonly quiet?: boolean;
  /** Figures about what was read and resolved. */
  readonly stats?: boolean;
}

/** Up to that many functions, each has its section and all details; of more, only those with findings. */
const SECTIONS_FOR_ALL = 12;

export function terminal(report: AuditReport, options: TerminalOptions): string {
  const page = openPage(options.width, options.color);
  const quiet = options.quiet === true;
  const common = commonAdvice(report.functions);
  const all = everyReport(report);
  const names = functionNames(all.map((one) => one.function));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const blocks = [
    ...(quiet ? [] : [[title(page, report)]]),
    ...(quiet || all.length < 2 ? [] : [overview(page, report, nameOf)]),
    ...sections(page, report, nameOf, common, quiet),
    ...(options.stats === true ? [statistics(page, report)] : []),
    summary(page, report, quiet ? NOTHING_COMMON : common, quiet ? undefined : suggestedSnippet(report)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function title({ chalk }: Page, { tool, functions, classes, inventory: { templates } }: AuditReport): string {
  const counts = [...(functions.length > 0 || classes.length === 0 ? [counted(functions.length, 'function')] : []), ...(classes.length > 0 ? [classes.length === 1 ? '1 class' : `${classes.length} classes`] : [])];
  const where = templates.length === 0 ? '' : templates.length === 1 ? ` in ${visible(templates[0] ?? '')}` : ` in ${counted(templates.length, 'template')}`;
  return `${chalk.bold(tool.name)} ${tool.version}${chalk.dim(` · ${counts.join(', ')}${where}`)}`;
}

function sections(page: Page, report: AuditReport, nameOf: (id: string) => string, { steps, notes }: CommonAdvice, quiet: boolean): readonly (readonly string[])[] {
  const all = everyReport(report);
  const [commonSteps, commonNotes] = [new Set(steps.map(({ what }) => what)), new Set(notes.map(({ what }) => what))];
  const few = all.length <= SECTIONS_FOR_ALL;
  const context = {
    sourceText: report.sourceText,
    nameOf,
    findings: new Map(report.findings.map((finding) => [finding.fingerprint, finding])),
    printedUnder: new Map<string, string>(),
    detail: quiet ? 'findings' as const : few ? 'all' as const : 'brief' as const,
    ownSteps: ({ readiness }: FunctionReport) => readiness.platform.steps.filter(({ what }) => !commonSteps.has(what)),
    ownNotes: ({ readiness }: FunctionReport) => readiness.notes.filter(({ what }) => !commonNotes.has(what)),
  };
  return worstFirst(all)
    .filter((one) => one.findings.length > 0 || (few && !quiet))
    .map((one) => functionSection(page, one, context));
}
