/**
 * Abstract strings: what is known of a text, as parts in order. Paths of files are texts. Uniqueness is the maximum over the
 * parts of one alternative and the minimum over alternatives; the execution model says later which sources tell overlapping
 * invocations apart.
 */
import type { UniqueSource } from '../../knowledge/schema.js';
import type { Marks } from './marks.js';
import { NO_MARKS, joinMarks } from './marks.js';
import type { AccessPath } from './access-path.js';

export interface Unique {
  readonly source: UniqueSource;
  readonly bits?: number;
  /** Bits in each character of its text; 4 where nothing says so, which is a hexadecimal digit. */
  readonly perCharacter?: number;
  /** The call that makes it: what another call makes is called otherwise. */
  readonly madeAt?: string;
  /** What has the name goes away by itself. */
  readonly removed?: boolean;
  /** Made before the first invocation: all invocations that share the memory have the same. */
  readonly atInit?: boolean;
}

export type TextPart =
  | { readonly kind: 'literal'; readonly text: string }
  /** Something whose characters are not known. */
  | {
      readonly kind: 'hole';
      readonly marks: Marks;
      readonly unique: readonly Unique[];
      /** Name of what stands there, for people: `key`, `event.id`. */
      readonly name?: string;
      /** The value at this place of the caller's memory; replaced at the call. */
      readonly path?: AccessPath;
      /** Only the last segment of the original path is kept. */
      readonly basename?: boolean;
      /** The name of some entry of this directory. */
      readonly entryOf?: Text;
      /** Fixed for the life of the environment: configuration, environment variable. */
      readonly fixed?: boolean;
      /** The outcome of arithmetic. */
      readonly isNumber?: boolean;
      /** A list of pairs of a count and an element, or one of the pairs. */
      readonly counted?: 'list' | 'pair';
    };

export interface Text {
  readonly alternatives: readonly (readonly TextPart[])[];
}

const MAX_ALTERNATIVES = 6;
const MAX_PARTS = 48;

export function literal(text: string): Text {
  return { alternatives: [[{ kind: 'literal', text }]] };
}

export function hole(marks: Marks, options: Omit<Extract<TextPart, { kind: 'hole' }>, 'kind' | 'marks' | 'unique'> & { unique?: readonly Unique[] } = {}): Text {
  return { alternatives: [[{ kind: 'hole', marks, ...options, unique: options.unique ?? [] }]] };
}

/** The numbers of a count: each invocation has the same. */
export const COUNT: Text = hole(NO_MARKS, { fixed: true, isNumber: true, name: 'index' });

/** What an element of something with this text is called: each element of a listing is the name of an entry, each of a count a number. */
export function textOfElement(text: Text | undefined, index?: string): Text | undefined {
  const part = text?.alternatives[0]?.[0];
  if (part?.kind !== 'hole') return undefined;
  if (part.entryOf || (part.isNumber && part.fixed)) return text;
  if (part.counted === 'list') return hole(part.marks, { counted: 'pair', name: 'element' });
  return part.counted === 'pair' && index === '0' ? COUNT : undefined;
}

/** One after the other. */
export function concatTexts(texts: readonly Text[]): Text {
  let result: readonly (readonly TextPart[])[] = [[]];
  for (const text of texts) {
    const next: (readonly TextPart[])[] = [];
    for (const left of result) for (const right of text.alternatives) if (next.length < MAX_ALTERNATIVES) next.push(normalise([...left, ...right]));
    result = next;
  }
  return { alternatives: result };
}

/** Path segments with a separator between them; an absolute later segment does not replace an earlier one here. */
export function joinSegments(texts: readonly Text[]): Text {
  const parts: Text[] = [];
  texts.forEach((text, index) => {
    if (index > 0) parts.push(literal('/'));
    parts.push(text);
  });
  return concatTexts(parts);
}

export function joinTexts(a: Text, b: Text): Text {
  if (a === b || a.alternatives.length >= MAX_ALTERNATIVES || b.alternatives.every((alternative) => isAmong(alternative, a.alternatives))) return a;
  const seen = new Map(a.alternatives.map((alternative) => [alternativeKey(alternative), alternative]));
  for (const alternative of b.alternatives) {
    const key = alternativeKey(alternative);
    if (!seen.has(key) && seen.size < MAX_ALTERNATIVES) seen.set(key, alternative);
  }
  return seen.size === a.alternatives.length ? a : { alternatives: [...seen.values()] };
}

function isAmong(alternative: readonly TextPart[], others: readonly (readonly TextPart[])[]): boolean {
  return others.includes(alternative) || others.some((other) => alternativeKey(other) === alternativeKey(alternative));
}

function alternativeKey(alternative: readonly TextPart[]): string {
  let key = alternativeKeys.get(alternative);
  if (key === undefined) alternativeKeys.set(alternative, (key = alternative.map(partKey).join('\u0001')));
  return key;
}

const alternativeKeys = new WeakMap<readonly TextPart[], string>();

function partKey(part: TextPart): string {
  if (part.kind === 'literal') return `'${part.text}`;
  const unique = part.unique.map((source) => `${source.source}${source.bits ?? ''}${source.atInit ? ' at init' : ''}${source.madeAt ?? ''}`).join(',');
  const entry = part.entryOf ? part.entryOf.alternatives.map(displayText).join('|') : '';
  return `${part.marks}:${part.name ?? ''}:${part.path?.key ?? ''}:${unique}:${entry}:${part.fixed ? 'f' : ''}${part.isNumber ? 'n' : ''}${part.basename ? 'b' : ''}${part.counted ?? ''}`;
}

/** The last path segment. */
export function basenameOf(text: Text): Text {
  return {
    alternatives: text.alternatives.map((parts) => {
      const result: TextPart[] = [];
      for (let i = parts.length - 1; i >= 0; i--) {
        const part = parts[i];
        if (!part) break;
        if (part.kind === 'hole') { result.unshift({ ...part, basename: true }); continue; }
        const slash = Math.max(part.text.lastIndexOf('/'), part.text.lastIndexOf('\\'));
        result.unshift({ kind: 'literal', text: part.text.slice(slash + 1) });
        if (slash >= 0) break;
      }
      return normalise(result);
    }),
  };
}

/** Everything before the last path segment. */
export function dirnameOf(text: Text): Text {
  return {
    alternatives: text.alternatives.map((parts) => {
      for (let i = parts.length - 1; i >= 0; i--) {
        const part = parts[i];
        if (part?.kind !== 'literal') continue;
        const slash = part.text.lastIndexOf('/');
        if (slash >= 0) return normalise([...parts.slice(0, i), { kind: 'literal', text: part.text.slice(0, slash) }]);
      }
      return parts.filter((part) => part.kind === 'hole');
    }),
  };
}

/** Random bits of a slice when nothing says how much is kept. */
const SLICE_BITS = 32;

/** A deterministic function of the text, or some of its characters: one hole that stands for all parts. Of random bits `keeps` says how many are left. */
export function derivedFrom(text: Text, keepsUniqueness: boolean, name?: string, keeps: (unique: Unique) => number = () => SLICE_BITS): Text {
  return {
    alternatives: text.alternatives.map((parts): readonly TextPart[] => {
      const holes = parts.filter((part) => part.kind === 'hole');
      if (holes.length === 0) return parts;
      const unique = holes.flatMap((part) => part.unique).map((u) => (keepsUniqueness || u.source !== 'random' ? u : { ...u, bits: Math.min(u.bits ?? SLICE_BITS, keeps(u)) }));
      const single = holes.length === 1 ? holes[0] : undefined;
      return [{
        kind: 'hole', marks: joinMarks(...holes.map((part) => part.marks)), unique, name: name ?? single?.name,
        ...(single?.path ? { path: single.path } : {}), ...(single?.basename ? { basename: true } : {}),
        ...(holes.every((part) => part.fixed) ? { fixed: true } : {}),
      }];
    }),
  };
}

/** Fills `%s`, `{}`, `{name}`, `{0}`, `%d` of a literal format with the arguments in order. */
export function formatText(format: Text, args: readonly Text[]): Text {
  const parts = format.alternatives[0];
  const only = parts?.length === 1 ? parts[0] : undefined;
  if (only?.kind !== 'literal') return concatTexts([format, ...args]);
  const pieces = only.text.split(/%(?:\d+\$|\(\w+\))?[-+0 #]*\d*(?:\.\d+)?[a-zA-Z]|\{[^{}]*\}/);
  const texts: Text[] = [];
  pieces.forEach((piece, index) => {
    texts.push(literal(piece));
    if (index < pieces.length - 1) texts.push(args[index] ?? hole(NO_MARKS));
  });
  return concatTexts(texts);
}

/** The text when all of it is known. */
export function literalText(text: Text | undefined): string | undefined {
  if (text?.alternatives.length !== 1) return undefined;
  const parts = text.alternatives[0] ?? [];
  return parts.every((part) => part.kind === 'literal') ? parts.map((part) => (part.kind === 'literal' ? part.text : '')).join('') : undefined;
}

/** For people: `/tmp/<key>.csv`. */
export function displayText(parts: readonly TextPart[]): string {
  return parts.map((part) => (part.kind === 'literal' ? part.text.replaceAll('\u001f', ' ') : `<${part.name ?? '…'}>`)).join('');
}

export function marksOfText(text: Text): Marks {
  return joinMarks(...text.alternatives.flatMap((parts) => parts.map((part) => (part.kind === 'hole' ? part.marks : NO_MARKS))));
}

function normalise(parts: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts.slice(0, MAX_PARTS)) {
    const last = result.at(-1);
    if (part.kind === 'literal' && part.text === '') continue;
    if (part.kind === 'literal' && last?.kind === 'literal') {
      const text = last.text.endsWith('/') && part.text.startsWith('/') ? last.text + part.text.slice(1) : last.text + part.text;
      result[result.length - 1] = { kind: 'literal', text };
    } else result.push(part);
  }
  return result;
}
