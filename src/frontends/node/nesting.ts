/**
 * How deeply a source text nests, counted without parsing it: the native parser recurses, and a text nested some five
 * thousand levels deep would end the process. Operators that nest to the right (`a ? b : a ? b : …`, `a => a => …`) count too.
 */

const OPEN = new Set(['(', '[', '{']);
const CLOSE = new Set([')', ']', '}']);
const NESTING_WORDS = new Set(['await', 'class', 'do', 'else', 'extends', 'for', 'if', 'infer', 'keyof', 'new', 'readonly', 'typeof', 'void', 'while', 'with', 'yield', 'delete', 'unique']);
/** After these a slash starts a regular expression. */
const BEFORE_REGEX = /[(,=:[!&|?{};+\-*%<>~^\n]/;

interface Level {
  readonly open: string;
  /** Right-nesting operators since the last separator of this level. */
  pending: number;
}

/** Whether `text` nests deeper than `limit`. Errs on the side of counting too much. */
export function nestsDeeperThan(text: string, limit: number): boolean {
  if (text.length < limit) return false;
  const levels: Level[] = [{ open: '', pending: 0 }];
  let total = 0;
  let previous = '\n';
  let previousWord = '';
  const top = (): Level => levels[levels.length - 1]!;
  const clear = (): void => {
    total -= top().pending;
    top().pending = 0;
  };
  const pop = (): void => {
    clear();
    if (levels.length > 1) {
      levels.pop();
      total--;
    }
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === ' ' || c === '\t' || c === '\r') continue;
    if (c === '\n') {
      if (endsStatement(previous, previousWord, text, i)) clear();
      continue;
    }
    if (top().open === '`' && c !== '`') {
      if (c === '\\') i++;
      else if (c === '$' && text[i + 1] === '{') {
        levels.push({ open: '${', pending: 0 });
        total++;
        i++;
        previous = '{';
      }
      continue;
    }
    if (isWord(c)) {
      let end = i + 1;
      while (end < text.length && isWord(text[end]!)) end++;
      previousWord = text.slice(i, end);
      previous = 'a';
      i = end - 1;
      if (NESTING_WORDS.has(previousWord)) {
        top().pending++;
        total++;
      }
    } else if (c === '"' || c === "'") {
      i = endOfString(text, i, c);
      previous = c;
    } else if (c === '`') {
      if (top().open === '`') pop();
      else {
        levels.push({ open: '`', pending: 0 });
        total++;
      }
      previous = c;
    } else if (c === '/' && text[i + 1] === '/') {
      const end = text.indexOf('\n', i);
      i = (end === -1 ? text.length : end) - 1;
    } else if (c === '/' && text[i + 1] === '*') {
      const end = text.indexOf('*/', i + 2);
      i = end === -1 ? text.length : end + 1;
    } else if (c === '/' && (BEFORE_REGEX.test(previous) || (previous === 'a' && previousWord === 'return'))) {
      i = endOfRegex(text, i);
      previous = '/';
    } else {
      if (OPEN.has(c)) {
        levels.push({ open: c, pending: 0 });
        total++;
      } else if (CLOSE.has(c)) pop();
      else if (c === ';' || c === ',') clear();
      else if (c === '?' || c === '<' || c === '=' || c === '>' || c === '*') {
        top().pending++;
        total++;
      }
      previous = c;
    }
    if (total > limit) return true;
  }
  return false;
}

function isWord(c: string): boolean {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c === '_' || c === '$' || c > '\x7f';
}

/** Whether a line break here ends a statement even without a semicolon: `a = b ⏎ c = d`. */
function endsStatement(previous: string, previousWord: string, text: string, lineBreak: number): boolean {
  if (!/[a)\]}"'`]/.test(previous)) return false;
  if (previous === 'a' && NESTING_WORDS.has(previousWord)) return false;
  let next = lineBreak + 1;
  while (next < text.length && /\s/.test(text[next]!)) next++;
  const c = text[next] ?? '';
  return isWord(c) && !text.startsWith('else', next) && !text.startsWith('extends', next);
}

function endOfString(text: string, start: number, quote: string): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === quote || c === '\n') return i;
  }
  return text.length;
}

function endOfRegex(text: string, start: number): number {
  let inClass = false;
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') return start;
    if (c === '\\') i++;
    else if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    else if (c === '/' && !inClass) return i;
  }
  return start;
}
