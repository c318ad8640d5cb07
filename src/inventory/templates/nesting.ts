/**
 * How deeply a YAML or JSON text nests, seen before it is parsed: the parser recurses, and a few thousand levels can end the
 * whole process. Counts brackets, indentation and indicators without understanding them, so it may count too much, never too little.
 */

/** Templates nest some twenty levels. */
const MAX_LEVELS = 250;

/** The offset at which `text` nests more deeply than a template does; nothing when it never does. */
export function tooDeepAt(text: string): number | undefined {
  const indentations: number[] = [];
  let brackets = 0;
  let lineStart = 0;
  while (lineStart < text.length) {
    const lineEnd = endOfLine(text, lineStart);
    const content = firstNonSpace(text, lineStart, lineEnd);
    if (content < lineEnd) {
      const indentation = content - lineStart;
      while (indentations.length > 0 && indentations.at(-1)! >= indentation) indentations.pop();
      indentations.push(indentation);
      const inLine = indicatorsIn(text, content, lineEnd);
      if (indentations.length + inLine > MAX_LEVELS) return content;
    }
    for (let i = content; i < lineEnd; i++) {
      const character = text[i];
      if (character === '[' || character === '{') brackets++;
      else if ((character === ']' || character === '}') && brackets > 0) brackets--;
      if (brackets > MAX_LEVELS) return i;
    }
    lineStart = lineEnd + 1;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function firstNonSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (text[i] === ' ' || text[i] === '\t' || text[i] === '\r')) i++;
  return i;
}

/** `- - ? key` opens three collections in one line; only its beginning can. */
function indicatorsIn(text: string, from: number, end: number): number {
  return /^(?:[-?][ \t]+)*/.exec(text.slice(from, end))![0].replaceAll(/[ \t]/g, '').length;
}
