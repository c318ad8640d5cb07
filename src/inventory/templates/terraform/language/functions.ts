/** Terraform's functions that can be computed from what is written down. All others give what is unknown. */
import type { Location } from '../../../../ir/index.js';
import { COLLECTION_FUNCTIONS } from './collection-functions.js';
import { fileFunction, type FileAccess } from './file-functions.js';
import { TEXT_FUNCTIONS } from './text-functions.js';
import { commonOrigin, isNull, reasonOf, scalar, unknown, type Value } from './values.js';

export type { FileAccess } from './file-functions.js';

/** A function of values; nothing when it cannot be computed from these. */
export type PureFunction = (args: readonly Value[], at: Location) => Value | undefined;

/** Computes the call; arguments are evaluated when they are needed. */
export function callFunction(name: string, args: readonly (() => Value)[], files: FileAccess, at: Location): Value {
  switch (name) {
    case 'try': return firstThatWorks(args, at);
    case 'can': return can(args[0]?.(), at);
    case 'coalesce': return coalesce(args, at);
    default: {
      const values = args.map((argument) => argument());
      const pure = TEXT_FUNCTIONS.get(name) ?? COLLECTION_FUNCTIONS.get(name);
      const value = pure ? pure(values, at) : fileFunction(name, values, files, at);
      return value ?? unclear(name, values, at);
    }
  }
}

function firstThatWorks(args: readonly (() => Value)[], at: Location): Value {
  for (const argument of args) {
    const value = argument();
    if (value.kind !== 'unknown' || !value.fails) return value;
  }
  return unknown('a try without an answer', at);
}

function can(value: Value | undefined, at: Location): Value {
  if (value?.kind !== 'unknown') return scalar(value !== undefined, at);
  return value.fails ? scalar(false, at) : unknown(value.reason, at);
}

function coalesce(args: readonly (() => Value)[], at: Location): Value {
  for (const argument of args) {
    const value = argument();
    if (!isNull(value) && !(value.kind === 'scalar' && value.value === '')) return value;
  }
  return unknown('a coalesce without an answer', at);
}

function unclear(name: string, values: readonly Value[], at: Location): Value {
  const open = values.find((value) => reasonOf(value) !== undefined);
  const known = TEXT_FUNCTIONS.has(name) || COLLECTION_FUNCTIONS.has(name);
  const reason = open === undefined ? `the result of ${name}()` : known ? reasonOf(open)! : `the result of ${name}() on ${reasonOf(open)!}`;
  // `join("", aws_lambda_function.this[*].arn)` is still about that function.
  return { ...unknown(reason, at), ...commonOrigin(values.flatMap((value) => (value.kind === 'list' ? value.items : [value]))) };
}
