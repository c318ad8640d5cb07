/** The characters of what an operator computes: texts that are put together, numbers that still tell invocations apart. */
import type { Text, TextPart, Unique } from '../domain/text.js';
import { concatTexts, hole, literalText, marksOfText } from '../domain/text.js';
import type { Value } from '../domain/value.js';

const NUMERIC = new Set(['+', '-', '*', '/', '//', '%', '|', '>>', '>>>', '~']);

export function textOfOperation(operator: string, values: readonly Value[]): Text | undefined {
  if (operator === '+' && values.some((value) => value.text !== undefined && !isNumeric(value))) return concatTexts(values.map((value) => value.text ?? hole(value.marks)));
  return NUMERIC.has(operator) ? numberText(operator, values) : undefined;
}

function isNumeric(value: Value): boolean {
  const text = literalText(value.text);
  if (text !== undefined) return /^[\d.]*$/.test(text);
  return value.text?.alternatives.every((parts) => parts.length === 1 && parts[0]?.kind === 'hole' && parts[0].isNumber === true) === true;
}

/** A number that is made of others: what told them apart tells it apart, as far as the range goes into which it was brought. */
function numberText(operator: string, values: readonly Value[]): Text | undefined {
  if (values.some((value) => !value.text)) return undefined;
  const parts = values.flatMap((value) => value.text?.alternatives.flat() ?? []);
  const holes = parts.filter((part): part is Extract<TextPart, { kind: 'hole' }> => part.kind === 'hole');
  const unique = holes.flatMap((part) => part.unique);
  const isFixed = parts.every((part) => part.kind === 'literal' || part.fixed === true);
  if (unique.length === 0 && !isFixed) return undefined;
  const limit = operator === '*' || operator === '%' ? bitsBelow(values) : undefined;
  const { name } = holes[0] ?? {};
  const marks = values.reduce((all, value) => all | (value.text ? marksOfText(value.text) : 0), 0);
  return hole(marks, { unique: unique.map((source) => limited(source, limit)), name: name ?? 'number', isNumber: true, ...(isFixed ? { fixed: true } : {}) });
}

function limited(unique: Unique, limit: number | undefined): Unique {
  return unique.source !== 'random' || limit === undefined ? unique : { ...unique, bits: Math.min(unique.bits ?? limit, limit) };
}

/** The logarithm of the number that a random number is multiplied with, or divided by. */
function bitsBelow(values: readonly Value[]): number | undefined {
  const numbers = values.flatMap((value) => { const text = literalText(value.text); return text === undefined || !/^[\d.]+$/.test(text) ? [] : [Number(text)]; });
  const most = Math.max(...numbers);
  return numbers.length > 0 && most > 1 ? Math.log2(most) : undefined;
}
