/** The lines around a finding, with its range marked. */
import type { Location } from '../../ir/index.js';
import { visible } from '../escape.js';
import type { Page } from './page.js';
import { cut, padStart, widthOf } from './text.js';

const LINES_BEFORE = 1;
const LINES_AFTER = 2;
/** Columns kept to the left of the range when the line is too long to show from its beginning. */
const LEAD = 20;

/** Nothing when the source is not at hand. */
export function codeFrame(page: Page, location: Location, text: string | undefined, indent: string): readonly string[] {
  const all = text?.split(/\r\n|[\n\r]/, location.line + LINES_AFTER);
  if (all?.[location.line - 1] === undefined) return [];
  const first = Math.max(1, location.line - LINES_BEFORE);
  const shown = trimBlankEnd(all.slice(first - 1));
  const numberWidth = String(location.line + LINES_AFTER).length;
  const margin = sharedIndentation(shown);
  const room = page.width - widthOf(indent) - numberWidth - 5;
  return shown.flatMap((raw, index) => {
    const number = first + index;
    const marked = number === location.line;
    const gutter = `${indent}${marked ? '>' : ' '} ${padStart(String(number), numberWidth)} │ `;
    // A generated file may have a line of megabytes: only the part that is shown is looked at.
    const from = marked ? windowStart(location.column - 1, margin, room) : margin;
    const code = shownPart(raw, from, margin, room);
    if (!marked) return [page.chalk.dim(`${gutter}${code}`.trimEnd())];
    const markGutter = page.chalk.dim(`${indent}  ${' '.repeat(numberWidth)} │ `);
    return [`${page.chalk.red(gutter)}${code}`, `${markGutter}${page.chalk.red(marker(raw, location, from, margin, room))}`];
  });
}

function shownPart(raw: string, from: number, margin: number, room: number): string {
  const lead = from > margin ? '…' : '';
  return cut(lead + visible(raw.slice(from, from + room + 1)), room);
}

/** Where the shown part of the marked line begins. */
function windowStart(column: number, margin: number, room: number): number {
  return column - margin > room - LEAD ? column - LEAD : margin;
}

function marker(raw: string, { line, column, endLine, endColumn }: Location, from: number, margin: number, room: number): string {
  const start = column - 1;
  const end = Math.min(endLine > line ? raw.length : endColumn - 1, from + room);
  const before = widthOf((from > margin ? '…' : '') + visible(raw.slice(from, start)));
  const length = Math.max(1, widthOf(visible(raw.slice(start, end))));
  return ' '.repeat(before) + '^'.repeat(Math.max(1, Math.min(length, room - before)));
}

/** Code units of white space that all lines begin with. */
function sharedIndentation(lines: readonly string[]): number {
  const indentations = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  return indentations.length === 0 ? 0 : Math.min(...indentations);
}

function trimBlankEnd(lines: readonly string[]): readonly string[] {
  let length = lines.length;
  while (length > 0 && lines[length - 1]?.trim() === '') length--;
  return lines.slice(0, length);
}
