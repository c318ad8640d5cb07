/** The characters of what a library returns: from those of its operands, or from where it takes new ones. */
import type { FileEffect, Uniqueness } from '../../knowledge/schema.js';
import { isListText, joinList, listText } from '../domain/list-text.js';
import { CONTEXT, NO_MARKS } from '../domain/marks.js';
import { COUNT, basenameOf, concatTexts, derivedFrom, dirnameOf, formatText, hole, joinSegments, literalText } from '../domain/text.js';
import type { Text, Unique } from '../domain/text.js';
import type { Value } from '../domain/value.js';
import type { LibraryCall } from './library.js';
import { lastName } from './walk.js';

/** The operand that holds the path of a file. */
export function pathArgument(call: LibraryCall, file: FileEffect): Value | undefined {
  return file.argument < 0 ? call.receiver : (call.named.get(file.keyword ?? '') ?? call.args[file.argument]);
}

/** The path of a file that the call works on. */
export function fileText(call: LibraryCall, file: FileEffect): Text {
  return pathArgument(call, file)?.text ?? hole(NO_MARKS);
}

/** Where and when a call makes a name. */
interface Making {
  readonly atInit: boolean;
  readonly madeAt?: string;
}

/** The characters of the result. */
export function textOf(call: LibraryCall, marks: number, { atInit, madeAt }: Making): Text {
  const { fact, receiver, args } = call;
  const own = receiver?.text;
  const texts = [...(own ? [own] : []), ...args.map((arg) => arg.text ?? hole(arg.marks))];
  const first = texts[0] ?? hole(marks);
  if (fact.unique) return uniqueText(fact.unique, call, marks, { atInit, ...(madeAt === undefined ? {} : { madeAt }) });
  const listing = fact.files?.find((file) => file.effect === 'list');
  if (listing) return hole(marks, { entryOf: fileText(call, listing), name: 'entry' });
  switch (fact.text) {
    case 'same': return first;
    case 'join': return joinSegments(texts);
    case 'concat': return concatTexts(texts.map((text) => (isListText(text) ? joinList(text, '') : text)));
    case 'format': return formatText(first, texts.slice(1));
    case 'basename': return basenameOf(first);
    case 'dirname': return dirnameOf(first);
    case 'extension': return hole(marks, { name: 'extension' });
    case 'segments': return isPathSeparator(literalText(args[0]?.text)) ? basenameOf(first) : derivedFrom(first, false);
    case 'joined': return joinedText(call, texts);
    case 'list': case 'pairs': return listText(elementTexts(call));
    case 'slice': return sliceText(call, first, texts.slice(1));
    case 'stem-and-extension': return listText([first, hole(marks, { name: 'extension' })]);
    case 'count': return COUNT;
    case 'counted': return hole(marks, { counted: 'list' });
    case 'derived': return derivedFrom(first, true);
    case 'own-name': return atInit && args.length > 0 ? first : hole(marks, { name: lastName(call.name) });
    case undefined: return hole(marks, { fixed: fact.process === 'environment' || fact.process === 'property', name: `${lastName(call.name)}()` });
  }
}

/** What a new collection holds: every argument, or the values among keys and values. */
export function elementTexts({ fact, args }: LibraryCall): readonly Text[] {
  return args.filter((_, index) => fact.text === 'list' || index % 2 === 1).map((arg) => arg.text ?? hole(arg.marks));
}

/** The elements of a list with a separator between them: the operand that is a list, and the one that is not. */
function joinedText({ receiver, args }: LibraryCall, texts: readonly Text[]): Text {
  const operands = [...(receiver ? [receiver] : []), ...args];
  const list = operands.find((value) => isListText(value.text))?.text;
  if (list) return joinList(list, literalText(operands.find((value) => value.text !== list)?.text) ?? '');
  // `String.join("/", a, b)`: the elements are arguments of their own.
  const [separator, ...elements] = texts;
  return receiver || !separator ? concatTexts(texts) : joinList(listText(elements), literalText(separator) ?? '');
}

/** Characters of a text, from places that may be drawn by lot. */
function sliceText(call: LibraryCall, text: Text, bounds: readonly Text[]): Text {
  const drawn = bounds.flatMap((bound) => bound.alternatives.flat()).flatMap((part) => (part.kind === 'hole' ? part.unique : [])).filter(({ source }) => source === 'random');
  // How many are drawn, nothing says.
  if (drawn.length > 0) return hole(NO_MARKS, { unique: drawn.map(({ bits: _, ...unique }) => unique), name: lastName(call.name) });
  return derivedFrom(text, false, undefined, keptBits(call));
}

/** `text.slice(from, to)`: how many random bits are in the characters that are kept. */
function keptBits({ args }: LibraryCall): (unique: Unique) => number {
  const [from = 0, to] = args.map((arg) => numberOf(arg));
  return ({ bits = MANY_BITS, perCharacter = HEX_DIGIT }) => {
    if (to === undefined && args.length < 2 && from >= 0 && from <= LEAD) return bits;
    const length = bits / perCharacter;
    const end = to ?? length + LEAD;
    const kept = from < 0 ? -from : end - from;
    return Number.isNaN(kept) || kept <= 0 ? DEFAULT_KEPT : kept * perCharacter;
  };
}

function numberOf({ text }: Value): number | undefined {
  const number = Number.parseInt(literalText(text) ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

const HEX_DIGIT = 4;
const MANY_BITS = 122;
const DEFAULT_KEPT = 32;
/** Characters before the digits: `0.` */
const LEAD = 2;

function isPathSeparator(text: string | undefined): boolean {
  return text === '/' || text === '\\';
}

function uniqueText(unique: Uniqueness, call: LibraryCall, marks: number, { atInit, madeAt }: Making): Text {
  const created = unique.source === 'created-directory' || unique.source === 'created-file';
  const request = unique.source === 'request-id' ? CONTEXT : NO_MARKS;
  const made: Unique = {
    source: unique.source, bits: bitsOf(unique, call), ...(isRemoved(unique, call) ? { removed: true } : {}), ...(unique.perCharacter === undefined ? {} : { perCharacter: unique.perCharacter }), ...(atInit ? { atInit } : {}),
    ...(madeAt === undefined || unique.source === 'request-id' ? {} : { madeAt }),
  };
  return hole(created ? NO_MARKS : marks | request, { unique: [made], name: lastName(call.name) });
}

function isRemoved({ removed, removedUnless }: Uniqueness, { named }: LibraryCall): boolean {
  return removed === true && (removedUnless === undefined || literalText(named.get(removedUnless)?.text) !== 'false');
}

function bitsOf(unique: Uniqueness, call: LibraryCall): number | undefined {
  if (unique.bitsFrom) {
    const size = Number(literalText(call.args[unique.bitsFrom.argument]?.text));
    if (Number.isFinite(size)) return size * unique.bitsFrom.each;
  }
  if (unique.range) {
    const low = unique.range.from === undefined ? 0 : Number(literalText(call.args[unique.range.from]?.text));
    const high = Number(literalText(call.args[unique.range.to]?.text));
    if (Number.isFinite(low) && Number.isFinite(high) && high > low) return Math.log2(high - low);
  }
  return unique.bits;
}
