/** The table of functions, the worst first. Of many, those that have nothing to say are counted below it. */
import type { Finding, Severity } from '../../findings/finding.js';
import { compareText, SEVERITIES } from '../../findings/order.js';
import type { Verdict } from '../../readiness/readiness.js';
import { isAnalysed, VERDICTS } from '../../readiness/verdict.js';
import { counted, percent } from '../../readiness/words.js';
import { everyReport } from '../audit-report.js';
import type { AuditReport, FunctionReport } from '../audit-report.js';
import { visible } from '../escape.js';
import { labelled, plain, scoreStyle, verdictOn, verdictStyle, verdictText, type Page, type Style } from './page.js';
import { cut, cutStart, padEnd, padStart, widthOf } from './text.js';

const GAP = '  ';

interface Cell {
  readonly text: string;
  /** The end says more than the beginning. */
  readonly isPath?: boolean;
  readonly style: Style;
}

/** The first column takes what the others leave. */
const COLUMNS = ['Function', 'Runtime', 'Verdict', 'Score', 'Understood', 'Findings'] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, Cell>>;

const RIGHT_ALIGNED: ReadonlySet<Column> = new Set(['Score', 'Understood']);
/** Left out first where the page is narrow. */
const DISPENSABLE: readonly Column[] = ['Understood', 'Runtime'];
const MIN_NAME_WIDTH = 28;
/** Up to that many functions, each has its row. */
const ROWS_FOR_ALL = 40;
/** Of more, rows of one verdict that have no finding. */
const MAX_ROWS_WITHOUT_FINDING = 20;

/** `nameOf`: what a function is called, by its id. */
export function overview(page: Page, report: AuditReport, nameOf: (id: string) => string): readonly string[] {
  const byFingerprint = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
  const { shown, counted: left } = worthARow(everyReport(report));
  const rows = shown.map((each) => rowOf(page, each, nameOf(each.function.id), byFingerprint));
  const heads = headRow(page);
  const widths = fittingWidths([heads, ...rows], page.width);
  return [...[heads, ...rows].map((row) => tableLine(row, widths)), ...restLines(page, left)];
}

function worthARow(functions: readonly FunctionReport[]): { readonly shown: readonly FunctionReport[]; readonly counted: ReadonlyMap<Verdict, number> } {
  const sorted = worstFirst(functions);
  const left = new Map<Verdict, number>();
  if (sorted.length <= ROWS_FOR_ALL) return { shown: sorted, counted: left };
  const rows = new Map<Verdict, number>();
  const shown = sorted.filter(({ findings, readiness: { verdict } }) => {
    if (findings.length > 0) return true;
    const before = rows.get(verdict) ?? 0;
    const hasRoom = before < rowsWithoutFinding(verdict);
    if (hasRoom) rows.set(verdict, before + 1);
    else left.set(verdict, (left.get(verdict) ?? 0) + 1);
    return hasRoom;
  });
  return { shown, counted: left };
}

/** What is not analysed is listed in the summary with its reason. */
function rowsWithoutFinding(verdict: Verdict): number {
  switch (verdict) {
    case 'ready': case 'unsupported': case 'not-analysed': return 0;
    case 'ready-at-concurrency-1': case 'ready-with-changes': case 'not-proven': case 'not-ready': return MAX_ROWS_WITHOUT_FINDING;
  }
}

function restLines(page: Page, left: ReadonlyMap<Verdict, number>): readonly string[] {
  if (left.size === 0) return [];
  const counts = [...left].map(([verdict, count]) => `${count} ${verdictText(verdict)}`);
  const text = `and without a finding: ${counts.join(', ')}. \`--function NAME\` shows all about one, \`--format json\` about all.`;
  return labelled(page, GAP, text, page.chalk.dim);
}

function headRow({ chalk: { dim } }: Page): Row {
  const head = (text: Column): Cell => ({ text, style: dim });
  return {
    Function: head('Function'), Runtime: head('Runtime'), Verdict: head('Verdict'),
    Score: head('Score'), Understood: head('Understood'), Findings: head('Findings'),
  };
}

/** The columns that are shown, with their widths. */
function fittingWidths(rows: readonly Row[], pageWidth: number): ReadonlyMap<Column, number> {
  const widths = new Map(COLUMNS.map((column) => [column, Math.max(...rows.map((row) => widthOf(row[column].text)))]));
  const leftForNames = () => [...widths].reduce((left, [column, width]) => left - GAP.length - (column === 'Function' ? 0 : width), pageWidth);
  for (const column of DISPENSABLE) {
    if (leftForNames() < Math.min(MIN_NAME_WIDTH, widths.get('Function') ?? 0)) widths.delete(column);
  }
  return widths.set('Function', Math.max(1, Math.min(widths.get('Function') ?? 0, leftForNames())));
}

/** Worst verdict first, then lowest score, then by name. */
export function worstFirst(functions: readonly FunctionReport[]): readonly FunctionReport[] {
  return [...functions].sort((a, b) => VERDICTS.indexOf(b.readiness.verdict) - VERDICTS.indexOf(a.readiness.verdict)
    || a.readiness.score - b.readiness.score
    || compareText(a.function.name, b.function.name)
    || compareText(a.function.id, b.function.id));
}

/** `1 error, 2 warnings`, or nothing. */
export function countsBySeverity(findings: readonly Pick<Finding, 'severity'>[]): string {
  const counts = SEVERITIES.map((severity): [Severity, number] => [severity, findings.filter((finding) => finding.severity === severity).length]);
  return counts.filter(([, count]) => count > 0).map(([severity, count]) => counted(count, severity)).join(', ');
}

function rowOf(page: Page, report: FunctionReport, name: string, byFingerprint: ReadonlyMap<string, Finding>): Row {
  const { function: fn, readiness: { verdict, score, understood } } = report;
  const { name: own, runtime, language } = fn;
  const findings = report.findings.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []);
  const judged = isAnalysed(verdict);
  return {
    Function: { text: visible(name), style: plain, isPath: name !== own },
    Runtime: { text: visible(runtime?.value ?? language ?? ''), style: page.chalk.dim },
    Verdict: { text: verdictOn(fn, verdict), style: verdictStyle(page, verdict) },
    Score: { text: judged ? String(score) : '–', style: judged ? scoreStyle(page, score) : page.chalk.dim },
    Understood: { text: judged ? percent(understood) : '–', style: page.chalk.dim },
    Findings: { text: countsBySeverity(findings) || '–', style: findings.length === 0 ? page.chalk.dim : plain },
  };
}

function tableLine(row: Row, widths: ReadonlyMap<Column, number>): string {
  const texts = [...widths].map(([column, width]) => {
    const { text, style, isPath } = row[column];
    const fitted = isPath === true ? cutStart(text, width) : cut(text, width);
    const aligned = RIGHT_ALIGNED.has(column) ? padStart(fitted, width) : padEnd(fitted, width);
    return style(column === 'Findings' ? aligned.trimEnd() : aligned);
  });
  return `${GAP}${texts.join(GAP)}`;
}
