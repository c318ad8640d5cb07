/**
 * Regular expressions that a program writes down, as far as they are harmless: the text comes from strangers, and a pattern that backtracks may
 * take for ever. Single characters and classes, groups that are not repeated, and one repetition at most.
 */
import { plain, textOf, UNKNOWN, type StaticValue } from './values.js';

const MAX_PATTERN = 80;
const MAX_REPLACEMENT = 50;
/** Longer texts are no names. With one repetition at most the time grows with the square of it. */
const MAX_TEXT = 200;

const ITEM = String.raw`(?:\[\^?(?:\\[wdsWDS.\-\/\]]|[^\\\[\]])+\]|\\[wdsWDS.\-\/]|[\w\s\-\/.:@,;=])`;
const HARMLESS = new RegExp(String.raw`^\^?(?:${ITEM}[+*?]?|\((?:\?:)?(?:${ITEM}[+*?]?)+\)(?![+*?{]))+\$?$`);
const CLASS = /\[(?:\\.|[^\\\]])*\]/g;

/** The pattern that `value` is; nothing when it is none, or not surely harmless. */
export function patternOf(value: StaticValue | undefined): RegExp | undefined {
  if (value?.kind !== 'made' || value.by !== 'RegExp' || value.receiver !== undefined) return undefined;
  const [source, flags = ''] = value.args.map(textOf);
  if (source === undefined || source.length > MAX_PATTERN || !HARMLESS.test(source) || !/^[gi]*$/.test(flags)) return undefined;
  if ((source.replaceAll(CLASS, 'x').match(/[+*]|(?<!\()\?/g) ?? []).length > 1) return undefined;
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/** `text.replace(from, to)`: of a text, where languages agree on how often. */
export function replaced(text: string, from: StaticValue | undefined, to: string | undefined): StaticValue {
  const pattern = patternOf(from);
  const written = textOf(from);
  if (to === undefined) return UNKNOWN;
  if (written !== undefined) return written !== '' && text.split(written, 3).length <= 2 ? plain(text.replace(written, () => to)) : UNKNOWN;
  const isBounded = text.length <= MAX_TEXT && to.length <= MAX_REPLACEMENT && /^(?:[^$]|\$[1-9&])*$/.test(to);
  return pattern && isBounded ? plain(text.replace(pattern, to)) : UNKNOWN;
}

/** The parts of a text between matches; nothing where that is not known. */
export function partsOf(text: string, between: StaticValue | undefined): readonly string[] | undefined {
  const written = textOf(between);
  if (written !== undefined) return written === '' ? undefined : text.split(written);
  const pattern = text.length <= MAX_TEXT ? patternOf(between) : undefined;
  return pattern && text.split(pattern).map((part: string | undefined) => part ?? '');
}
