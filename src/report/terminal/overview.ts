/** The table of all functions, the worst first. */
import type { Finding, Severity } from '../../findings/finding.js';
import { compareText, SEVERITIES } from '../../findings/order.js';
import { VERDICTS } from '../../readiness/verdict.js';
import { counted, percent } from '../../readiness/words.js';
import type { AuditReport, FunctionReport } from '../audit-report.js';
import { visible } from '../escape.js';
import { plain, scoreStyle, verdictStyle, verdictText, type Page, type Style } from './page.js';
import { cut, padEnd, padStart, widthOf } from './text.js';

const GAP = '  ';

interface Cell {
  readonly text: string;
  readonly style: Style;
}

/** The first column takes what the others leave. */
const COLUMNS = ['Function', 'Runtime', 'Verdict', 'Score', 'Understood', 'Findings'] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, Cell>>;

const RIGHT_ALIGNED: ReadonlySet<Column> = new Set(['Score', 'Understood']);
/** Left out first where the page is narrow. */
const DISPENSABLE: readonly Column[] = ['Understood', 'Runtime'];
const MIN_NAME_WIDTH = 16;

export function overview(page: Page, { functions, findings }: AuditReport): readonly string[] {
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const rows = worstFirst(functions).map((report) => rowOf(page, report, byFingerprint));
  const heads = headRow(page);
  const widths = fittingWidths([heads, ...rows], page.width);
  return [heads, ...rows].map((row) => tableLine(row, widths));
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

function rowOf(page: Page, report: FunctionReport, byFingerprint: ReadonlyMap<string, Finding>): Row {
  const { function: { name, runtime, language }, readiness: { verdict, score, understood } } = report;
  const own = report.findings.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []);
  const judged = verdict !== 'not-analysed' && verdict !== 'unsupported';
  return {
    Function: { text: visible(name), style: plain },
    Runtime: { text: visible(runtime?.value ?? language ?? ''), style: page.chalk.dim },
    Verdict: { text: verdictText(verdict), style: verdictStyle(page, verdict) },
    Score: { text: judged ? String(score) : '–', style: judged ? scoreStyle(page, score) : page.chalk.dim },
    Understood: { text: judged ? percent(understood) : '–', style: page.chalk.dim },
    Findings: { text: countsBySeverity(own) || '–', style: own.length === 0 ? page.chalk.dim : plain },
  };
}

function tableLine(row: Row, widths: ReadonlyMap<Column, number>): string {
  const texts = [...widths].map(([column, width]) => {
    const { text, style } = row[column];
    const fitted = cut(text, width);
    const aligned = RIGHT_ALIGNED.has(column) ? padStart(fitted, width) : padEnd(fitted, width);
    return style(column === 'Findings' ? aligned.trimEnd() : aligned);
  });
  return `${GAP}${texts.join(GAP)}`;
}
