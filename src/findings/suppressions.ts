/**
 * Comments that accept a finding: `reentrant: ignore[rule-id] reason`, at the end of the line or in a comment of its own above
 * it, in any language whose comments start with `//`, `#` or `/*`. Several rules are separated by commas. Without a rule id
 * a comment accepts nothing.
 */
import type { Finding } from './finding.js';

export interface Suppression {
  readonly file: string;
  /** Line of the comment. */
  readonly line: number;
  /** Line whose findings it accepts: its own, or the next one of code. */
  readonly appliesTo: number;
  readonly rules: readonly string[];
  /** Empty when none is given. */
  readonly reason: string;
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: Suppression;
}

export interface SuppressionOutcome {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Comments that accept nothing that was found; sorted by file and line. */
  readonly unused: readonly Suppression[];
}

const MARK = 'reentrant:';
const COMMENT = /(?:\/\/|#|\/\*)[\s*]*reentrant:\s*ignore\[([^\]]*)\](.*)$/;
/** A line that holds nothing but a comment, or a part of one. */
const ONLY_COMMENT = /^\s*(?:\/\/|#|\/?\*|$)/;

/** The suppressions in the text of `file`, by line. */
export function readSuppressions(file: string, text: string): readonly Suppression[] {
  // Most files have none: don't split them into lines.
  if (!text.includes(MARK)) return [];
  const lines = text.split(/\r\n|[\n\r]/);
  return lines.flatMap((content, index) => {
    const match = content.includes(MARK) ? COMMENT.exec(content) : null;
    const rules = (match?.[1] ?? '').split(',').map((rule) => rule.trim()).filter((rule) => rule !== '');
    if (match === null || rules.length === 0) return [];
    const standsAlone = /^[\s/*#]*$/.test(content.slice(0, match.index));
    const appliesTo = standsAlone ? nextCodeLine(lines, index + 1) : index + 1;
    return [{ file, line: index + 1, appliesTo, rules, reason: reasonIn(match[2] ?? '') }];
  });
}

/** Takes the accepted findings out of `findings`. `files` are those whose suppressions count. */
export function applySuppressions(
  findings: readonly Finding[],
  files: readonly string[],
  sourceText: (file: string) => string | undefined,
): SuppressionOutcome {
  const all = [...new Set(files)].sort().flatMap((file) => readSuppressions(file, sourceText(file) ?? ''));
  const used = new Set<Suppression>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const accepting = all.filter((suppression) => accepts(suppression, finding));
    const [by] = accepting;
    if (by === undefined) kept.push(finding);
    else suppressed.push({ finding, by });
    for (const suppression of accepting) used.add(suppression);
  }
  return { kept, suppressed, unused: all.filter((suppression) => !used.has(suppression)) };
}

function accepts({ file, rules, appliesTo }: Suppression, { rule, location }: Finding): boolean {
  return file === location.file && rules.includes(rule) && appliesTo >= location.line && appliesTo <= location.endLine;
}

/** Number of the first line of code after `index`; comments may follow each other. */
function nextCodeLine(lines: readonly string[], index: number): number {
  let next = index;
  while (next < lines.length && ONLY_COMMENT.test(lines[next] ?? '')) next++;
  return next + 1;
}

function reasonIn(rest: string): string {
  return rest.replace(/\*\/.*$/, '').trim();
}
