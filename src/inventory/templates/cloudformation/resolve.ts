/**
 * Values of template nodes: literals, parameters with their defaults, and the intrinsics that can be computed without an
 * account. Everything else is unknown, with the reason. Text keeps its unknown parts as `${Name}`, because the known parts of
 * an ARN often say enough.
 */
import type { IntrinsicNode, MapNode, TemplateNode } from '../document.js';

/** What the sections of a template give to its expressions. */
export interface Scope {
  readonly parameters: MapNode | undefined;
  readonly mappings: MapNode | undefined;
  readonly conditions: MapNode | undefined;
  /** Values that whoever deploys the template gives to its parameters, instead of their defaults. */
  readonly given?: ReadonlyMap<string, string> | undefined;
  /** Steps left: aliases let a short template describe endless work. */
  readonly budget: { steps: number };
}

export type Value =
  | { readonly kind: 'known'; readonly value: string | number | boolean }
  /** `text` is what could be read of it. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly text: string }
  /** `AWS::NoValue`, an empty node: as if the property were not there. */
  | { readonly kind: 'absent' };

/** Expressions nest a handful of levels; deeper ones are made to harm. */
const MAX_DEPTH = 40;
/** Longer texts are no names, handlers or paths. */
const MAX_TEXT = 20_000;

/** The value of a scalar or of an expression that gives one. */
export function resolveValue(node: TemplateNode, scope: Scope, depth = 0): Value {
  if (depth > MAX_DEPTH || scope.budget.steps-- <= 0) return unknown('an expression that is too large');
  switch (node.kind) {
    case 'scalar':
      if (node.value === null) return { kind: 'absent' };
      return dynamicReference(node.value) ?? { kind: 'known', value: node.value };
    case 'list':
      return unknown('a list where one value is expected');
    case 'map':
      return unknown('a mapping where one value is expected');
    case 'intrinsic':
      return resolveIntrinsic(node, scope, depth + 1);
    case 'unknown':
      return unknown(node.reason, node.text);
  }
}

/** The node that `!If` and the like stand for: what holds a map or a list behind an expression. */
export function resolveNode(node: TemplateNode, scope: Scope, depth = 0): TemplateNode | undefined {
  if (node.kind !== 'intrinsic' || depth > MAX_DEPTH) return node;
  if (node.name === 'Ref' && nameOf(node.argument()) === 'AWS::NoValue') return undefined;
  if (node.name !== 'If') return node;
  const [condition, yes, no] = itemsOf(node.argument());
  const truth = condition && conditionNamed(nameOf(condition) ?? '', scope, depth + 1);
  const branch = truth === undefined ? (yes && isNoValue(yes) ? no : yes) : truth ? yes : no;
  return branch && resolveNode(branch, scope, depth + 1);
}

function resolveIntrinsic(node: IntrinsicNode, scope: Scope, depth: number): Value {
  const argument = node.argument();
  switch (node.name) {
    case 'Ref': return resolveReference(nameOf(argument) ?? '', scope, depth);
    case 'Sub': return resolveSub(argument, scope, depth);
    case 'Join': return resolveJoin(argument, scope, depth);
    case 'Select': return resolveSelect(argument, scope, depth);
    case 'If': return resolveIf(argument, scope, depth);
    case 'FindInMap': return resolveFindInMap(argument, scope, depth);
    case 'GetAtt': return unknown('an attribute of a resource (!GetAtt)', attributeName(argument));
    case 'ImportValue': return unknown('an export of another stack (!ImportValue)');
    default: return unknown(`the result of !${node.name}`);
  }
}

function resolveReference(name: string, scope: Scope, depth: number): Value {
  if (name === 'AWS::NoValue') return { kind: 'absent' };
  if (name.startsWith('AWS::')) return unknown(`the pseudo parameter ${name}`, `\${${name}}`);
  const parameter = scope.parameters?.get(name);
  const given = parameter === undefined ? undefined : scope.given?.get(name);
  if (given !== undefined) return { kind: 'known', value: given };
  if (parameter?.kind !== 'map') return unknown(`a reference to the resource ${name}`, name);
  const type = nameOf(parameter.get('Type')) ?? 'String';
  if (type.startsWith('AWS::SSM::')) return unknown(`the parameter ${name}, kept in Systems Manager`, `\${${name}}`);
  const fallback = parameter.get('Default');
  return fallback ? resolveValue(fallback, scope, depth) : unknown(`the parameter ${name}, which has no default`, `\${${name}}`);
}

function resolveSub(argument: TemplateNode, scope: Scope, depth: number): Value {
  const [pattern, variables] = argument.kind === 'list' ? argument.items() : [argument];
  const text = pattern && nameOf(pattern);
  if (text === undefined) return unknown('a !Sub without text');
  const reasons: string[] = [];
  const result = text.replace(/\$\{(!?)\s*([^}\s]+)\s*\}/g, (_whole, escape: string, name: string) => {
    if (escape) return `\${${name}}`;
    const own = variables?.kind === 'map' ? variables.get(name) : undefined;
    const value = own ? resolveValue(own, scope, depth) : name.includes('.') ? unknown('an attribute of a resource', name) : resolveReference(name, scope, depth);
    if (value.kind === 'unknown') reasons.push(value.reason);
    return value.kind === 'known' ? String(value.value) : value.kind === 'unknown' ? `\${${name}}` : '';
  });
  return textValue(result, reasons);
}

function resolveJoin(argument: TemplateNode, scope: Scope, depth: number): Value {
  const [separator, list] = itemsOf(argument);
  const glue = separator && nameOf(separator);
  if (glue === undefined || list?.kind !== 'list') return unknown('a !Join of something that is no list here');
  return joined(list.items().map((item) => resolveValue(item, scope, depth)), glue);
}

function joined(parts: readonly Value[], glue: string): Value {
  const texts = parts.flatMap((part) => (part.kind === 'known' ? [String(part.value)] : part.kind === 'unknown' ? [part.text || '?'] : []));
  return textValue(texts.join(glue), parts.flatMap((part) => (part.kind === 'unknown' ? [part.reason] : [])));
}

function resolveSelect(argument: TemplateNode, scope: Scope, depth: number): Value {
  const [index, list] = itemsOf(argument);
  const position = index && resolveValue(index, scope, depth);
  const items = list && resolveNode(list, scope, depth);
  if (position?.kind !== 'known' || items?.kind !== 'list') return unknown('a !Select from a list that is not written here');
  const item = items.items()[Number(position.value)];
  return item ? resolveValue(item, scope, depth) : unknown('a !Select beyond the end of its list');
}

function resolveIf(argument: TemplateNode, scope: Scope, depth: number): Value {
  const [condition, yes, no] = itemsOf(argument);
  const name = condition && nameOf(condition);
  if (name === undefined || !yes || !no) return unknown('an incomplete !If');
  const truth = conditionNamed(name, scope, depth);
  if (truth !== undefined) return resolveValue(truth ? yes : no, scope, depth);
  const [one, other] = [resolveValue(yes, scope, depth), resolveValue(no, scope, depth)];
  if (one.kind === 'known' && other.kind === 'known' && one.value === other.value) return one;
  return unknown(`decided by the condition ${name}`);
}

function resolveFindInMap(argument: TemplateNode, scope: Scope, depth: number): Value {
  const node = mappingEntry(argument, scope, depth);
  if (node === 'unknown key') return unknown('a !FindInMap whose key is not known');
  return node ? resolveValue(node, scope, depth) : unknown('a !FindInMap without that entry');
}

/** What a mapping holds under the keys that `!FindInMap` is given. */
function mappingEntry(argument: TemplateNode, scope: Scope, depth: number): TemplateNode | 'unknown key' | undefined {
  let node: TemplateNode | undefined = scope.mappings;
  for (const key of itemsOf(argument).slice(0, 3)) {
    const name = resolveValue(key, scope, depth);
    if (name.kind !== 'known') return 'unknown key';
    node = node?.kind === 'map' ? node.get(String(name.value)) : undefined;
  }
  return node;
}

/** The texts of a literal list, of one in a mapping, or of a parameter that is a list; nothing when one of them is not known. */
export function resolveTexts(written: TemplateNode, scope: Scope): readonly string[] | undefined {
  const chosen = resolveNode(written, scope);
  const found = chosen?.kind === 'intrinsic' && chosen.name === 'FindInMap' ? mappingEntry(chosen.argument(), scope, 0) : chosen;
  if (found === undefined || found === 'unknown key') return undefined;
  if (found.kind === 'list') {
    const values = found.items().map((item) => resolveValue(item, scope));
    return values.every((value) => value.kind === 'known') ? values.map(({ value }) => String(value)) : undefined;
  }
  const value = found.kind === 'intrinsic' && found.name === 'Ref' ? resolveValue(found, scope) : undefined;
  return value?.kind === 'known' ? String(value.value).split(',').map((text) => text.trim()).filter((text) => text !== '') : undefined;
}

/** Truth of a condition under the parameters' defaults; nothing when it depends on what is only known at deployment. */
function conditionNamed(name: string, scope: Scope, depth: number): boolean | undefined {
  const node = scope.conditions?.get(name);
  return node && truthOf(node, scope, depth);
}

function truthOf(node: TemplateNode, scope: Scope, depth: number): boolean | undefined {
  if (depth > MAX_DEPTH || scope.budget.steps-- <= 0) return undefined;
  if (node.kind === 'map') {
    const reference = node.get('Condition');
    return reference && conditionNamed(nameOf(reference) ?? '', scope, depth + 1);
  }
  if (node.kind !== 'intrinsic') return undefined;
  const operands = itemsOf(node.argument());
  const truths = (): (boolean | undefined)[] => operands.map((operand) => truthOf(operand, scope, depth + 1));
  switch (node.name) {
    case 'Condition': return conditionNamed(nameOf(node.argument()) ?? '', scope, depth + 1);
    case 'Equals': return equal(operands.map((operand) => resolveValue(operand, scope, depth + 1)));
    case 'Not': return negated(truths()[0]);
    case 'And': return allTrue(truths());
    case 'Or': return negated(allTrue(truths().map(negated)));
    default: return undefined;
  }
}

function equal([left, right]: readonly Value[]): boolean | undefined {
  return left?.kind === 'known' && right?.kind === 'known' ? String(left.value) === String(right.value) : undefined;
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function allTrue(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function isNoValue(node: TemplateNode): boolean {
  return node.kind === 'intrinsic' && node.name === 'Ref' && nameOf(node.argument()) === 'AWS::NoValue';
}

/** `{{resolve:ssm:/path}}` is filled in by CloudFormation. */
function dynamicReference(value: string | number | boolean): Value | undefined {
  return typeof value === 'string' && value.includes('{{resolve:') ? unknown('a dynamic reference', value) : undefined;
}

function attributeName(argument: TemplateNode): string {
  return argument.kind === 'list' ? argument.items().map((item) => nameOf(item) ?? '?').join('.') : (nameOf(argument) ?? '');
}

function textValue(text: string, reasons: readonly string[]): Value {
  if (text.length > MAX_TEXT) return unknown('an expression that is too large');
  return reasons.length === 0 ? { kind: 'known', value: text } : unknown(`text that contains ${reasons[0]}`, text);
}

function unknown(reason: string, text = ''): Value {
  return { kind: 'unknown', reason, text };
}

function itemsOf(node: TemplateNode): readonly TemplateNode[] {
  return node.kind === 'list' ? node.items() : [node];
}

/** The text of a plain scalar. */
export function nameOf(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
