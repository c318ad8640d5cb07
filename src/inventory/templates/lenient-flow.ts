/**
 * Flow collections as CloudFormation and SAM accept them, and YAML 1.2 does not: with the closing bracket at the margin of the
 * block around them, or with a bare dash as an item.
 *
 *     Resource: [
 *     "a", !Select [0, !Split [-, !Ref Name]]
 *     ]
 *
 * Joining the lines of such a collection and replacing the dash makes it valid and keeps every offset.
 */

/** A bracket that begins a value: after a key, a list dash, a tag, or at the start of a line. */
const FLOW_START = /(?:^|[:-]|![\w:]+)[ \t]*$/;
/** A tag and the spaces around it are shorter. */
const MAX_PREFIX = 100;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** `text` with the line breaks and comments inside flow collections turned into spaces, and bare dashes into underscores; same length. */
export function asStrictFlow(text: string): string {
  let result = '';
  let position = 0;
  for (let start = nextFlow(text, 0); start !== undefined; start = nextFlow(text, position)) {
    const end = endOfFlow(text, start);
    if (end === undefined) break;
    result += text.slice(position, start) + joinLines(text.slice(start, end)).replaceAll(/([[,]\s*)-(?=\s*[,\]])/g, '$1_');
    position = end;
  }
  return result + text.slice(position);
}

function nextFlow(text: string, from: number): number | undefined {
  for (let i = from; i < text.length; i++) {
    const character = text[i]!;
    if (!(character in CLOSING)) continue;
    const before = text.slice(Math.max(from, i - MAX_PREFIX), i);
    if (FLOW_START.test(before.slice(before.lastIndexOf('\n') + 1))) return i;
  }
  return undefined;
}

/** The offset after the bracket that closes the one at `start`. */
function endOfFlow(text: string, start: number): number | undefined {
  const open: string[] = [];
  for (let i = start; i < text.length; i++) {
    const character = text[i]!;
    if (character in CLOSING) open.push(CLOSING[character]!);
    else if (character === open.at(-1)) {
      open.pop();
      if (open.length === 0) return i + 1;
    } else if (character === '"' || character === "'") i = endOfQuote(text, i);
    else if (isComment(text, i)) i = endOfLine(text, i);
  }
  return undefined;
}

function joinLines(flow: string): string {
  let result = '';
  for (let i = 0; i < flow.length; i++) {
    const character = flow[i]!;
    const end = character === '"' || character === "'" ? endOfQuote(flow, i) + 1 : isComment(flow, i) ? endOfLine(flow, i) : undefined;
    if (end === undefined) result += character === '\n' || character === '\r' ? ' ' : character;
    else {
      const part = flow.slice(i, end);
      result += character === '#' ? ' '.repeat(part.length) : part.replaceAll(/[\r\n]/g, ' ');
      i = end - 1;
    }
  }
  return result;
}

function isComment(text: string, at: number): boolean {
  return text[at] === '#' && /[\s,[{]/.test(text[at - 1] ?? ' ');
}

function endOfQuote(text: string, start: number): number {
  const quote = text[start];
  for (let i = start + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) return i;
  }
  return text.length - 1;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
