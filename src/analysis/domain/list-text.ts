/** Lists of texts in order, as one text: the arguments of a program, the segments of a path that are joined later. */
import type { Text, TextPart } from './text.js';
import { concatTexts, literal } from './text.js';

/** Stands around each element; no text of a program holds it. */
export const ELEMENT_BREAK = '\u001f';

/** One after the other, each between two breaks. */
export function listText(elements: readonly Text[]): Text {
  return concatTexts([literal(ELEMENT_BREAK), ...elements.flatMap((element) => [element, literal(ELEMENT_BREAK)])]);
}

export function isListText(text: Text | undefined): text is Text {
  return text !== undefined && text.alternatives.every((parts) => startsWithBreak(parts[0]));
}

function startsWithBreak(part: TextPart | undefined): boolean {
  return part?.kind === 'literal' && part.text.startsWith(ELEMENT_BREAK);
}

/** The elements of a list, or the text itself when it is none. */
export function elementsOf(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  if (!startsWithBreak(parts[0])) return [parts];
  const elements: TextPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'hole') { elements.at(-1)?.push(part); continue; }
    part.text.split(ELEMENT_BREAK).forEach((piece, index) => {
      if (index > 0) elements.push([]);
      if (piece !== '') elements.at(-1)?.push({ kind: 'literal', text: piece });
    });
  }
  return elements.filter((element) => element.length > 0);
}

/** The element at an index, where every alternative has that many. */
export function partOfList(list: Text | undefined, index: number): Text | undefined {
  if (!isListText(list)) return undefined;
  const elements = list.alternatives.flatMap((parts) => elementsOf(parts).slice(index, index + 1));
  return index >= 0 && elements.length === list.alternatives.length ? { alternatives: elements } : undefined;
}

/** The elements with `separator` between them. */
export function joinList(list: Text, separator: string): Text {
  return {
    alternatives: list.alternatives.map((parts) => {
      const joined = parts.map((part, index) => (part.kind === 'hole' ? part : { kind: 'literal' as const, text: joinPiece(part.text, separator, index === 0, index === parts.length - 1) }));
      return joined.filter((part) => part.kind === 'hole' || part.text !== '');
    }),
  };
}

function joinPiece(piece: string, separator: string, isFirst: boolean, isLast: boolean): string {
  const between = piece.replaceAll(`${ELEMENT_BREAK}${ELEMENT_BREAK}`, ELEMENT_BREAK);
  const begun = isFirst && between.startsWith(ELEMENT_BREAK) ? between.slice(1) : between;
  const ended = isLast && begun.endsWith(ELEMENT_BREAK) ? begun.slice(0, -1) : begun;
  return ended.replaceAll(ELEMENT_BREAK, separator);
}
