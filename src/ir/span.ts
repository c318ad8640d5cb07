/**
 * Where a node stands in its source text. The IR keeps offsets only; lines and columns are computed when a person has to
 * read them, so that lowering stays cheap.
 */

/** Half-open range of UTF-16 code units in the text of the module that holds the node. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a file as people name it: lines and columns count from 1, the end column is the one after the last. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Offsets at which the lines of `text` start; the first is 0. CR, LF and CRLF end a line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return starts;
}

/** The location of `span` in `file`, whose lines start at `lineStarts`. */
export function locate(file: string, lineStarts: readonly number[], span: Span): Location {
  const from = position(lineStarts, span.start);
  const to = position(lineStarts, Math.max(span.start, span.end));
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function position(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
