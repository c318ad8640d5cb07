/** What Terraform's expressions come to, as far as the text alone says it. */
import type { Location } from '../../../../ir/index.js';

export type Value = ScalarValue | ListValue | MapValue | HandleValue | UnknownValue;

interface Positioned {
  /** Where the value is written; of a computed one, the expression. */
  readonly at: Location;
}
export interface ScalarValue extends Positioned {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly from?: Origin;
  /** The file that it is the content of, as a path of the configuration. */
  readonly contentOf?: string;
}
export interface ListValue extends Positioned { readonly kind: 'list'; readonly items: readonly Value[] }
export interface MapValue extends Positioned { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value> }
/** Something that is only asked for its parts: a resource, a module, `var`, `path`. */
export interface HandleValue extends Positioned {
  readonly kind: 'handle';
  /** As it is written: `aws_sqs_queue.orders`. */
  readonly text: string;
  readonly from?: Origin;
  readonly attribute: (name: string) => Value;
}
export interface UnknownValue extends Positioned {
  readonly kind: 'unknown';
  readonly reason: string;
  /** What can be read of it: `aws_sqs_queue.orders.arn`, `orders-${var.stage}`. */
  readonly text: string;
  readonly from?: Origin;
  /** Neither null nor empty, whatever it is: the ARN of what is declared, text with something in it. */
  readonly isThere?: boolean;
  /** Terraform would refuse it, which `try` and `can` ask for. */
  readonly fails?: boolean;
}

/** The declared thing that a value was taken from. */
export interface Origin {
  /** Unique in the configuration: address with the keys of its instances. */
  readonly id: string;
  /** The same without the key of the thing itself: all its instances. */
  readonly group: string;
  /** What was asked of it; empty for the thing itself. */
  readonly attribute: string;
}

/** Texts and collections beyond these sizes are not computed. */
export const MAX_TEXT = 20_000;
export const MAX_ITEMS = 1000;

export function scalar(value: ScalarValue['value'], at: Location): ScalarValue {
  return { kind: 'scalar', value, at };
}

export function unknown(reason: string, at: Location, text = ''): UnknownValue {
  return { kind: 'unknown', reason, at, text: text.length > MAX_TEXT ? '' : text };
}

export function failing(reason: string, at: Location, text = ''): UnknownValue {
  return { ...unknown(reason, at, text), fails: true };
}

export function list(items: readonly Value[], at: Location): Value {
  return items.length > MAX_ITEMS ? unknown('a list that is too long', at) : { kind: 'list', items, at };
}

export function map(entries: ReadonlyMap<string, Value>, at: Location): Value {
  return entries.size > MAX_ITEMS ? unknown('a map that is too large', at) : { kind: 'map', entries, at };
}

export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** The text of a scalar that is not null. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  const text = textOf(value);
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

export function booleanOf(value: Value | undefined): boolean | undefined {
  const text = textOf(value);
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** What can be read of a value: its text, or the expression behind it. */
export function readableOf(value: Value): string {
  switch (value.kind) {
    case 'scalar': return textOf(value) ?? '';
    case 'unknown': case 'handle': return value.text;
    case 'list': case 'map': return '';
  }
}

export function originOf(value: Value | undefined): Origin | undefined {
  return value === undefined || value.kind === 'list' || value.kind === 'map' ? undefined : value.from;
}

/** The one declared thing that all of `values` that come from any were taken from. */
export function commonOrigin(values: readonly Value[]): { readonly from?: Origin } {
  const origins = values.flatMap((value) => originOf(value) ?? []);
  const [from] = origins;
  return from !== undefined && origins.every(({ id }) => id === from.id) ? { from } : {};
}

/** Why a value is not known; nothing when it is, or when it is no single value. */
export function reasonOf(value: Value): string | undefined {
  if (value.kind === 'unknown') return value.reason;
  return value.kind === 'handle' ? `the whole of ${value.text}` : undefined;
}
