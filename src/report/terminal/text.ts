/**
 * Plain text laid out in columns of a terminal: widths, wrapping, cutting. It knows no colours: text is laid out first and
 * coloured afterwards, so that no escape sequence is ever counted or cut.
 */

/** Characters that take two columns: East Asian wide and full-width ones, and pictures. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /[\p{Mn}\p{Me}]/u;

/** Columns that `text` takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): number {
  if (character < '\u0300') return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** `text` in at most `width` columns, ending with an ellipsis when it is cut. */
export function cut(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${head(text, width - 1)}…`;
}

/** The last columns of `text`: for paths, whose end says more than their beginning. */
export function cutStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const reversed = [...text].reverse().join('');
  return `…${[...head(reversed, width - 1)].reverse().join('')}`;
}

/** As many characters of `text` as fit into `width` columns. */
function head(text: string, width: number): string {
  let taken = '';
  let left = width;
  for (const character of text) {
    left -= columnsOf(character);
    if (left < 0) break;
    taken += character;
  }
  return taken;
}

/** Lines of at most `width` columns, broken at spaces; a longer word is broken after a mark if it can be, else anywhere. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const part = afterMark(head(line, Math.max(1, width))) || [...line].slice(0, 1).join('');
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Code and paths are easier to read when they are broken behind one of these. */
const MARKS = /^.*[.,;:/([{=&|?+]/;

/** The beginning of `part` that ends with a mark, unless that would leave most of the line empty. */
function afterMark(part: string): string {
  const broken = MARKS.exec(part)?.[0] ?? '';
  return widthOf(broken) * 2 >= widthOf(part) ? broken : part;
}
