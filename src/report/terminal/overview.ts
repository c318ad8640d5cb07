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

/** Column heads; the first column takes what the others leave, figures stand at the right. */
const HEADS = ['Function', 'Runtime', 'Verdict', 'Score', 'Understood', 'Findings'] as const;
const RIGHT_ALIGNED: ReadonlySet<string> = new Set(['Score', 'Understood']);

export function overview(page: Page, { functions, findings }: AuditReport): readonly string[] {
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const rows = worstFirst(functions).map((report) => rowOf(page, report, byFingerprint));
  const widths = HEADS.map((head, index) => Math.max(widthOf(head), ...rows.map((row) => widthOf(row[index]?.text ?? ''))));
  const others = widths.slice(1).reduce((sum, width) => sum + width + GAP.length, 0);
  widths[0] = Math.max(12, Math.min(widths[0] ?? 0, page.width - others - GAP.length));
  const heads = HEADS.map((text) => ({ text, style: page.chalk.dim }));
  return [heads, ...rows].map((row) => tableLine(row, widths));
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

function rowOf(page: Page, report: FunctionReport, byFingerprint: ReadonlyMap<string, Finding>): readonly Cell[] {
  const { function: { name, runtime, language }, readiness: { verdict, score, understood } } = report;
  const own = report.findings.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []);
  const judged = verdict !== 'not-analysed' && verdict !== 'unsupported';
  return [
    { text: visible(name), style: plain },
    { text: visible(runtime?.value ?? language ?? ''), style: page.chalk.dim },
    { text: verdictText(verdict), style: verdictStyle(page, verdict) },
    { text: judged ? String(score) : '–', style: judged ? scoreStyle(page, score) : page.chalk.dim },
    { text: judged ? percent(understood) : '–', style: page.chalk.dim },
    { text: countsBySeverity(own) || '–', style: own.length === 0 ? page.chalk.dim : plain },
  ];
}

function tableLine(cells: readonly Cell[], widths: readonly number[]): string {
  const texts = cells.map(({ text, style }, index) => {
    const width = widths[index] ?? 0;
    const fitted = cut(text, width);
    const aligned = RIGHT_ALIGNED.has(HEADS[index] ?? '') ? padStart(fitted, width) : padEnd(fitted, width);
    return style(index === cells.length - 1 ? aligned.trimEnd() : aligned);
  });
  return `${GAP}${texts.join(GAP)}`;
}
