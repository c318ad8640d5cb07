/** Computes expressions. Nothing is executed and no account is asked: what is not written down stays unknown, with the reason. */
import type { Location } from '../../../../ir/index.js';
import { SPLAT_ITEM, type Expression, type ForExpression } from '../hcl/tree.js';
import { callFunction, type FileAccess } from './functions.js';
import { binary, unary } from './operators.js';
import { booleanOf, commonOrigin, failing, isNull, list, map, MAX_TEXT, readableOf, reasonOf, scalar, textOf, unknown, type Value } from './values.js';

/** What names mean where an expression stands, and how much may still be computed. */
export interface Scope {
  /** Names of this place: `each`, `count`, those of `for` and of dynamic blocks. */
  readonly names: ReadonlyMap<string, Value>;
  /** All other names: `var`, `local`, `path`, types of resources. */
  readonly global: (name: string, at: Location) => Value;
  readonly files: FileAccess;
  readonly budget: Budget;
}

/** Steps and depth left: short configurations can describe endless work. */
export interface Budget {
  steps: number;
  depth: number;
}

const MAX_DEPTH = 120;

export function evaluate(expression: Expression, scope: Scope): Value {
  if (expression.kind === 'literal') return scalar(expression.value, expression.at);
  const { budget } = scope;
  if (budget.steps-- <= 0) return unknown('an expression that takes too long to compute', expression.at);
  if (budget.depth > MAX_DEPTH) return unknown('an expression that is nested too deeply', expression.at);
  budget.depth++;
  const value = compute(expression, scope);
  budget.depth--;
  return value;
}

/** `scope` with further names. */
export function withNames(scope: Scope, names: Iterable<readonly [string, Value]>): Scope {
  return { ...scope, names: new Map([...scope.names, ...names]) };
}

function compute(expression: Exclude<Expression, { readonly kind: 'literal' }>, scope: Scope): Value {
  const { at } = expression;
  switch (expression.kind) {
    case 'template': return joined(expression.parts.map((part) => (typeof part === 'string' ? scalar(part, at) : evaluate(part, scope))), at);
    case 'list': return list(expression.items.map((item) => evaluate(item, scope)), at);
    case 'object': return objectOf(expression.entries.map(({ key, value }) => [evaluate(key, scope), evaluate(value, scope)]), at);
    case 'name': return scope.names.get(expression.name) ?? scope.global(expression.name, at);
    case 'attribute': return attributeOf(evaluate(expression.of, scope), expression.name, at);
    case 'index': return indexed(evaluate(expression.of, scope), evaluate(expression.key, scope), at);
    case 'splat': return splat(evaluate(expression.of, scope), expression.each, scope, at);
    case 'call': return call(expression, scope);
    case 'for': return looped(expression, scope, at);
    case 'conditional': return chosen(expression, scope);
    case 'unary': return unary(expression.operator, evaluate(expression.operand, scope), at);
    case 'binary': return binary(expression.operator, evaluate(expression.left, scope), () => evaluate(expression.right, scope), at);
    case 'opaque': return unknown(expression.reason, at);
  }
}

/** Text made of `parts`; it comes from what its only part comes from. */
export function joined(parts: readonly Value[], at: Location): Value {
  const unclear = parts.find((part) => textOf(part) === undefined);
  const text = parts.map((part) => textOf(part) ?? `\${${readableOf(part)}}`).join('');
  if (text.length > MAX_TEXT) return unknown('a text that is too long', at);
  if (unclear === undefined) return { ...scalar(text, at), ...commonOrigin(parts) };
  const isThere = parts.some((part) => (textOf(part) ?? '') !== '') ? { isThere: true } : {};
  return { ...unknown(`text that contains ${reasonOf(unclear) ?? 'what is no text'}`, at, text), ...commonOrigin(parts), ...isThere };
}

function objectOf(entries: readonly (readonly [Value, Value])[], at: Location): Value {
  const unclear = entries.find(([key]) => textOf(key) === undefined);
  if (unclear) return unknown(`a map with a key that is not known: ${reasonOf(unclear[0]) ?? 'no text'}`, at);
  return map(new Map(entries.map(([key, value]) => [textOf(key)!, value])), at);
}

export function attributeOf(value: Value, name: string, at: Location): Value {
  switch (value.kind) {
    case 'handle': return value.attribute(name);
    case 'map': return value.entries.get(name) ?? failing(`there is no ${name} in the map`, at);
    case 'unknown': return { ...value, text: value.text === '' ? '' : `${value.text}.${name}`, at };
    case 'list': return failing(`a list has no ${name}`, at);
    case 'scalar': return failing(value.value === null ? `${name} of what is null` : `${name} of a plain value`, at);
  }
}

function indexed(value: Value, key: Value, at: Location): Value {
  if (value.kind === 'unknown') return { ...value, at };
  const name = textOf(key);
  if (name === undefined) return unknown(`an item whose place is not known: ${reasonOf(key) ?? 'no text'}`, at);
  switch (value.kind) {
    // One thing stands for all its instances, when it is not known how many there are.
    case 'handle': return value.from === undefined ? value.attribute(name) : value;
    case 'list': return value.items[Number(name)] ?? failing('an item beyond the end of the list', at);
    case 'map': return value.entries.get(name) ?? failing(`there is no ${name} in the map`, at);
    case 'scalar': return failing('an item of a plain value', at);
  }
}

function splat(value: Value, each: Expression, scope: Scope, at: Location): Value {
  if (value.kind === 'unknown') return { ...value, at };
  if (isNull(value)) return list([], at);
  const items = value.kind === 'list' ? value.items : value.kind === 'map' && isOfHandles(value.entries.values()) ? [...value.entries.values()] : [value];
  return list(items.map((item) => evaluate(each, withNames(scope, [[SPLAT_ITEM, item]]))), at);
}

function isOfHandles(values: Iterable<Value>): boolean {
  return [...values].every((value) => value.kind === 'handle');
}

function call({ name, args, expands, at }: Expression & { readonly kind: 'call' }, scope: Scope): Value {
  const last = expands ? evaluate(args.at(-1) ?? { kind: 'opaque', reason: 'an incomplete call', at }, scope) : undefined;
  if (last !== undefined && last.kind !== 'list') return unknown(reasonOf(last) ?? `the arguments of ${name}`, at);
  const fixed = expands ? args.slice(0, -1) : args;
  const lazily = [...fixed.map((argument) => () => evaluate(argument, scope)), ...(last?.items ?? []).map((item) => () => item)];
  return callFunction(name, lazily, scope.files, at);
}

/** The items of what is looped over, with their keys; a reason when that is not known. */
export function itemsOf(value: Value): readonly (readonly [Value, Value])[] | string {
  switch (value.kind) {
    case 'list': return value.items.map((item, index) => [scalar(index, item.at), item]);
    case 'map': return [...value.entries].map(([key, item]) => [scalar(key, item.at), item]);
    case 'unknown': return value.reason;
    case 'handle': return `the instances of ${value.text}`;
    case 'scalar': return 'it is no collection';
  }
}

function looped(expression: ForExpression, scope: Scope, at: Location): Value {
  const items = itemsOf(evaluate(expression.collection, scope));
  if (typeof items === 'string') return unknown(`a loop over something that is not known: ${items}`, at);
  const results: (readonly [Value, Value])[] = [];
  for (const [key, item] of items) {
    const inner = withNames(scope, [...(expression.keyName === undefined ? [] : [[expression.keyName, key] as const]), [expression.valueName, item]]);
    const condition = expression.condition === undefined ? true : booleanOf(evaluate(expression.condition, inner));
    if (condition === undefined) return unknown('a loop whose condition is not known', at);
    if (condition) results.push([expression.key === undefined ? key : evaluate(expression.key, inner), evaluate(expression.value, inner)]);
  }
  if (expression.key === undefined) return list(results.map(([, value]) => value), at);
  return expression.isGrouped ? objectOf(grouped(results, at), at) : objectOf(results, at);
}

function grouped(results: readonly (readonly [Value, Value])[], at: Location): readonly (readonly [Value, Value])[] {
  const groups = new Map<string, { readonly key: Value; readonly items: Value[] }>();
  for (const [key, value] of results) {
    const name = textOf(key) ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { key, items: [value] });
    else group.items.push(value);
  }
  return [...groups.values()].map(({ key, items }) => [key, list(items, at)]);
}

function chosen({ condition, yes, no, at }: Expression & { readonly kind: 'conditional' }, scope: Scope): Value {
  const decision = evaluate(condition, scope);
  const truth = booleanOf(decision);
  if (truth !== undefined) return evaluate(truth ? yes : no, scope);
  const [one, other] = [evaluate(yes, scope), evaluate(no, scope)];
  if (one.kind === 'scalar' && other.kind === 'scalar' && one.value === other.value) return one;
  return unknown(`a condition that is not known: ${reasonOf(decision) ?? 'no truth value'}`, at);
}
