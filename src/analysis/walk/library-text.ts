/** The characters of what a library returns: from those of its operands, or from where it takes new ones. */
import type { FileEffect, Uniqueness } from '../../knowledge/schema.js';
import { CONTEXT, NO_MARKS } from '../domain/marks.js';
import { basenameOf, concatTexts, derivedFrom, dirnameOf, formatText, hole, joinSegments, literalText } from '../domain/text.js';
import type { Text } from '../domain/text.js';
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

/** The characters of the result. */
export function textOf(call: LibraryCall, marks: number, atInit: boolean): Text {
  const { fact, receiver, args } = call;
  const own = receiver?.text;
  const texts = [...(own ? [own] : []), ...args.map((arg) => arg.text ?? hole(arg.marks))];
  const first = texts[0] ?? hole(marks);
  if (fact.unique) return uniqueText(fact.unique, call, marks, atInit);
  const listing = fact.files?.find((file) => file.effect === 'list');
  if (listing) return hole(marks, { entryOf: fileText(call, listing), name: 'entry' });
  switch (fact.text) {
    case 'same': return first;
    case 'join': return joinSegments(texts);
    case 'concat': return concatTexts(texts);
    case 'format': return formatText(first, texts.slice(1));
    case 'basename': return basenameOf(first);
    case 'dirname': return dirnameOf(first);
    case 'extension': return hole(marks, { name: 'extension' });
    case 'segments': return isPathSeparator(literalText(args[0]?.text)) ? basenameOf(first) : derivedFrom(first, false);
    case 'slice': return derivedFrom(first, false);
    case 'derived': return derivedFrom(first, true);
    case 'own-name': return atInit && args.length > 0 ? first : hole(marks, { name: lastName(call.name) });
    case undefined: return hole(marks, { fixed: fact.process === 'environment' || fact.process === 'property', name: `${lastName(call.name)}()` });
  }
}

function isPathSeparator(text: string | undefined): boolean {
  return text === '/' || text === '\\';
}

function uniqueText(unique: Uniqueness, call: LibraryCall, marks: number, atInit: boolean): Text {
  const created = unique.source === 'created-directory' || unique.source === 'created-file';
  const request = unique.source === 'request-id' ? CONTEXT : NO_MARKS;
  return hole(created ? NO_MARKS : marks | request, { unique: [{ source: unique.source, bits: bitsOf(unique, call), ...(atInit ? { atInit } : {}) }], name: lastName(call.name) });
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
