/**
 * What the comments of a case say. `expect: RULE [SEVERITY]` must be reported; `safe: WHY` marks what only looks dangerous and
 * `fixed: HOW` a cure, both must stay silent; `misses: RULE [SEVERITY] WHY` and `noise: RULE [SEVERITY] WHY` are known wrong answers. A comment
 * speaks of its own line, or of the next line of code when it stands alone. `entry: SYMBOL` names an entry point of its file.
 * In XML it is a comment of its own kind, in JSON a member `"//"`.
 */
import type { Severity } from '../../src/findings/finding.js';

const KINDS = ['expect', 'safe', 'fixed', 'misses', 'noise', 'entry'] as const;
export type MarkKind = (typeof KINDS)[number];

export interface Mark {
  readonly kind: MarkKind;
  readonly file: string;
  readonly line: number;
  /** Rule of `expect`, `misses` and `noise`, symbol of `entry`. */
  readonly name?: string;
  readonly severity?: Severity;
  /** The words after it. */
  readonly why: string;
}

const MARK = new RegExp(String.raw`(?://|#|<!--|"//":\s*")\s*(${KINDS.join('|')}):\s*(.*?)\s*(?:-->|",?)?$`);
const COMMENT_LINE = /^\s*(?:\/\/|<!--|"\/\/"|#(?!if|endif|nullable|region|endregion|pragma))/;

/** The marks of one file, in order. A line with several marks has one comment line above it for each. */
export function marksOf(file: string, text: string): readonly Mark[] {
  const lines = text.split('\n');
  return lines.flatMap((content, index) => {
    const found = MARK.exec(content);
    if (!found) return [];
    return [parseMark(found[1] as MarkKind, found[2] ?? '', file, COMMENT_LINE.test(content) ? nextCodeLine(lines, index) : index + 1)];
  });
}

function nextCodeLine(lines: readonly string[], from: number): number {
  const ahead = lines.slice(from + 1).findIndex((line) => line.trim() !== '' && !COMMENT_LINE.test(line));
  return ahead < 0 ? from + 1 : from + ahead + 2;
}

function parseMark(kind: MarkKind, text: string, file: string, line: number): Mark {
  if (kind === 'safe' || kind === 'fixed') return { kind, file, line, why: text };
  const [name, second, ...rest] = text.split(/\s+/);
  const severity = toSeverity(second);
  return { kind, file, line, name, severity, why: (severity ? rest : [second ?? '', ...rest]).join(' ') };
}

function toSeverity(word: string | undefined): Severity | undefined {
  return word === 'error' || word === 'warning' || word === 'note' ? word : undefined;
}

/** What an audit reported, as far as marks speak of it. */
export interface Reported {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
}

/** Every way in which `reported` differs from what `marks` say; empty when they agree. */
export function disagreements(marks: readonly Mark[], reported: readonly Reported[]): readonly string[] {
  const left = new Set(reported);
  const take = (mark: Mark): boolean => {
    const match = [...left].find((finding) => speaksOf(mark, finding));
    return match !== undefined && left.delete(match);
  };
  const answers = marks.flatMap((mark) => {
    const at = `${mark.file}:${mark.line}`;
    const what = `${mark.name ?? ''}${mark.severity ? ` ${mark.severity}` : ''}`;
    switch (mark.kind) {
      case 'expect': return take(mark) ? [] : [`${at} expected ${what}, not reported`];
      case 'misses': return take(mark) ? [`${at} is marked as missed (${what}) and is reported: promote it to expect`] : [];
      case 'noise': return take(mark) ? [] : [`${at} is marked as noise (${what}) and is silent: promote it to safe`];
      case 'safe': case 'fixed': case 'entry': return [];
    }
  });
  return [...answers, ...[...left].map((finding) => `${finding.file}:${finding.line} reports ${finding.rule} ${finding.severity}, not expected`)];
}

function speaksOf(mark: Mark, finding: Reported): boolean {
  return finding.file === mark.file && finding.line === mark.line && finding.rule === mark.name && (mark.severity === undefined || finding.severity === mark.severity);
}
