/**
 * Makes strings from audited code and templates harmless to show: nothing that moves the cursor, changes colours, reorders
 * text or hides in it survives. Each such character is shown by its code instead, so that it can be seen.
 */

/** C0 and C1 controls, DEL, line and paragraph separators, bidirectional controls, zero-width and tag characters, lone surrogates. */
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** `text` on one line: tabs and line ends become single spaces, other invisible characters their code, `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(/\r\n|[\t\n\r]/g, ' ').replace(INVISIBLE, escapeCode);
}

/** Like `visible`, but keeps line ends (as LF). */
export function visibleLines(text: string): string {
  return text.split(/\r\n|[\n\r]/).map(visible).join('\n');
}

function escapeCode(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** `value` as indented JSON whose invisible characters are written as JSON escapes: the same data, safe to show. */
export function visibleJson(value: unknown): string {
  // JSON.stringify has escaped line ends inside strings, so that those which are left belong to the layout.
  return `${JSON.stringify(value, undefined, 2).replace(INVISIBLE, (character) => (character === '\n' ? character : jsonEscape(character)))}\n`;
}

function jsonEscape(character: string): string {
  return [...Array(character.length).keys()].map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
