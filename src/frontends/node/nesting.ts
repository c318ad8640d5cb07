/**
 * How deeply a source text nests, counted without parsing it: the native parser recurses, and a text nested some five
 * thousand levels deep would end the process. Operators that nest to the right (`a ? b : a ? b : …`, `a => a => …`) count too.
 */

const OPEN = new Set(['(', '[', '{']);
const CLOSE = new Set([')', ']', '}']);
/** Weight of what costs the parser a whole level, and of what costs it little: twenty thousand `else if` are still read. */
const HEAVY = 10;
const LIGHT = 1;
const LIGHT_WORDS = new Set(['as', 'delete', 'do', 'else', 'if', 'new', 'satisfies', 'typeof', 'void', 'while', 'with']);
const LIGHT_OPERATORS = new Set(['!', '~', '+', '-', '&', '|', '*', ':', '^', '%', '/']);
const HEAVY_WORDS = new Set(['await', 'class', 'extends', 'for', 'infer', 'keyof', 'readonly', 'unique', 'yield']);
/** After these a slash starts a regular expression. */
const BEFORE_REGEX = /[(,=:[!&|?{};+\-*%<>~^\n]/;

interface Level {
  readonly open: string;
  /** Weight of the nesting operators since the last separator of this level. */
  pending: number;
}

/** Whether `text` nests deeper than `maximum` levels. Errs on the side of counting too much. */
export function nestsDeeperThan(text: string, maximum: number): boolean {
  if (text.length < maximum) return false;
  const limit = maximum * HEAVY;
  const levels: Level[] = [{ open: '', pending: 0 }];
  let total = 0;
  let previous = '\n';
  let previousWord = '';
  const top = (): Level => levels[levels.length - 1]!;
  const clear = (): void => {
    total -= top().pending;
    top().pending = 0;
  };
  const add = (weight: number): void => {
    top().pending += weight;
    total += weight;
  };
  const push = (open: string): void => {
    levels.push({ open, pending: 0 });
    total += HEAVY;
  };
  const pop = (): void => {
    clear();
    if (levels.length > 1) {
      levels.pop();
      total -= HEAVY;
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
        push('${');
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
      if (HEAVY_WORDS.has(previousWord)) add(HEAVY);
      else if (LIGHT_WORDS.has(previousWord)) add(LIGHT);
    } else if (c === '"' || c === "'") {
      i = endOfString(text, i, c);
      previous = c;
    } else if (c === '`') {
      if (top().open === '`') {
        pop();
        add(LIGHT);
      } else push('`');
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
      if (OPEN.has(c)) push(c);
      else if (CLOSE.has(c)) {
        pop();
        // Calls and indexes can be chained: `a()()()`.
        add(LIGHT);
      }
      else if (c === ';' || c === ',') clear();
      else add(operatorWeight(text, i, c));
      previous = c;
    }
    if (total > limit) return true;
  }
  return false;
}

/** `a ? b : …`, `a = …`, `a => …`, `A<…` and `<a>` nest to the right; the rest the parser takes in its stride. */
function operatorWeight(text: string, i: number, c: string): number {
  const next = text[i + 1] ?? '';
  if (c === '?') return next === '?' || next === '.' || text[i - 1] === '?' ? LIGHT : HEAVY;
  if (c === '<') return next === '=' ? LIGHT : HEAVY;
  if (c === '=') return next === '=' || /[=!<>]/.test(text[i - 1] ?? '') ? LIGHT : HEAVY;
  return LIGHT_OPERATORS.has(c) ? LIGHT : 0;
}

function isWord(c: string): boolean {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c === '_' || c === '$' || c > '\x7f';
}

/** Whether a line break here ends a statement even without a semicolon: `a = b ⏎ c = d`. */
function endsStatement(previous: string, previousWord: string, text: string, lineBreak: number): boolean {
  if (!/[a)\]}"'`]/.test(previous)) return false;
  if (previous === 'a' && (HEAVY_WORDS.has(previousWord) || LIGHT_WORDS.has(previousWord))) return false;
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
