/** Terraform's functions on texts, numbers and types. */
import type { PureFunction } from './functions.js';
import { booleanOf, failing, isNull, list, MAX_TEXT, numberOf, scalar, textOf, type Value } from './values.js';

/** Directives of `format` beyond these are left alone. */
const FORMAT = /%(?:%|(?<flag>0?)(?<width>\d{0,2})(?<verb>[sdvq]))/g;

export const TEXT_FUNCTIONS: ReadonlyMap<string, PureFunction> = new Map<string, PureFunction>([
  ['lower', ofText((text) => text.toLowerCase())],
  ['upper', ofText((text) => text.toUpperCase())],
  ['title', ofText((text) => text.replace(/(?<![\w'])[a-z]/g, (letter) => letter.toUpperCase()))],
  ['trimspace', ofText((text) => text.trim())],
  ['chomp', ofText((text) => text.replace(/[\r\n]+$/, ''))],
  ['basename', ofText((text) => text.replace(/\/+$/, '').split('/').at(-1) ?? '')],
  ['dirname', ofText((text) => (text.includes('/') ? text.slice(0, text.lastIndexOf('/')) || '/' : '.'))],
  ['abspath', ofText((text) => text)],
  ['pathexpand', ofText((text) => text)],
  ['tostring', ofText((text) => text)],
  ['trimprefix', ofTexts((text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text))],
  ['trimsuffix', ofTexts((text, suffix) => (suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text))],
  ['trim', ofTexts((text, characters) => withoutEnds(text, new Set(characters)))],
  ['startswith', predicate((text, prefix) => text.startsWith(prefix))],
  ['endswith', predicate((text, suffix) => text.endsWith(suffix))],
  ['strcontains', predicate((text, part) => text.includes(part))],
  ['substr', ([text, offset, length], at) => {
    const [whole, from, count] = [textOf(text), numberOf(offset), numberOf(length)];
    if (whole === undefined || from === undefined || count === undefined) return undefined;
    const begin = from < 0 ? Math.max(0, whole.length + from) : from;
    return scalar(whole.slice(begin, count < 0 ? undefined : begin + count), at);
  }],
  ['replace', ([text, pattern, replacement], at) => {
    const [whole, what, by] = [textOf(text), textOf(pattern), textOf(replacement)];
    // Between slashes stands a regular expression of another dialect.
    if (whole === undefined || what === undefined || by === undefined || what === '' || /^\/.*\/$/s.test(what)) return undefined;
    return whole.split(what).length * by.length > MAX_TEXT ? undefined : scalar(whole.replaceAll(what, () => by), at);
  }],
  ['split', ([separator, text], at) => {
    const [between, whole] = [textOf(separator), textOf(text)];
    return between === undefined || whole === undefined ? undefined : list(whole === '' ? [] : whole.split(between).map((part) => scalar(part, at)), at);
  }],
  ['join', ([separator, ...lists], at) => {
    const between = textOf(separator);
    const items = lists.flatMap((each) => (each.kind === 'list' ? each.items.map(textOf) : [undefined]));
    if (between === undefined || items.includes(undefined)) return undefined;
    const text = items.join(between);
    return text.length > MAX_TEXT ? undefined : scalar(text, at);
  }],
  ['format', ([pattern, ...args], at) => {
    const text = formatted(pattern, args);
    return text === undefined ? undefined : scalar(text, at);
  }],
  ['tonumber', ([value], at) => (value && isNull(value) ? value : numberOf(value) === undefined ? failed(value, 'no number', at) : scalar(numberOf(value)!, at))],
  ['tobool', ([value], at) => (value && isNull(value) ? value : booleanOf(value) === undefined ? failed(value, 'no truth value', at) : scalar(booleanOf(value)!, at))],
  ['abs', ofNumbers((number) => Math.abs(number))],
  ['ceil', ofNumbers((number) => Math.ceil(number))],
  ['floor', ofNumbers((number) => Math.floor(number))],
  ['max', ofNumbers((...numbers) => Math.max(...numbers))],
  ['min', ofNumbers((...numbers) => Math.min(...numbers))],
]);

function ofText(compute: (text: string) => string): PureFunction {
  return ([value], at) => {
    if (value && isNull(value)) return value;
    const text = textOf(value);
    return value === undefined || text === undefined ? undefined : { ...scalar(compute(text), at), ...(value.kind === 'scalar' && value.from ? { from: value.from } : {}) };
  };
}

function ofTexts(compute: (text: string, other: string) => string): PureFunction {
  return ([value, argument], at) => {
    const [text, other] = [textOf(value), textOf(argument)];
    return text === undefined || other === undefined ? undefined : scalar(compute(text, other), at);
  };
}

function predicate(holds: (text: string, other: string) => boolean): PureFunction {
  return ([value, argument], at) => {
    const [text, other] = [textOf(value), textOf(argument)];
    return text === undefined || other === undefined ? undefined : scalar(holds(text, other), at);
  };
}

function ofNumbers(compute: (...numbers: readonly number[]) => number): PureFunction {
  return (values, at) => {
    const numbers = values.flatMap((value) => numberOf(value) ?? []);
    return numbers.length === 0 || numbers.length < values.length ? undefined : scalar(compute(...numbers), at);
  };
}

function failed(value: Value | undefined, reason: string, at: Value['at']): Value | undefined {
  return value?.kind === 'scalar' ? failing(reason, at) : undefined;
}

function formatted(pattern: Value | undefined, args: readonly Value[]): string | undefined {
  const text = textOf(pattern);
  const texts = args.map(textOf);
  if (text === undefined || texts.includes(undefined)) return undefined;
  let next = 0;
  const result = text.replace(FORMAT, (whole, ...rest) => {
    if (whole === '%%') return '%';
    const { flag = '', width = '', verb = '' } = rest.at(-1) as Record<string, string>;
    const argument = texts[next++] ?? '';
    return verb === 'q' ? JSON.stringify(argument) : argument.padStart(Number(width), flag === '0' ? '0' : ' ');
  });
  // A directive that is not read here stays in the text.
  return /%[^%\s]/.test(text.replace(FORMAT, '')) || result.length > MAX_TEXT ? undefined : result;
}

function withoutEnds(text: string, characters: ReadonlySet<string>): string {
  let [start, end] = [0, text.length];
  while (start < end && characters.has(text[start]!)) start++;
  while (end > start && characters.has(text[end - 1]!)) end--;
  return text.slice(start, end);
}
