/** `match`: each case is a test, names to bind, a guard, and code that leaves the whole. */
import type { Operand } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { captureName } from '../bindings.js';
import { spanOf } from '../syntax.js';
import { callMethod, compute, constant, local, reusable, when, type FunctionContext } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { lowerSequence } from './literals.js';
import { entityOf, load, writeName } from './names.js';
import { blockIn } from './statements.js';

export function lowerMatch(f: FunctionContext, node: SyntaxNode): void {
  const at = spanOf(node);
  const subjects = node.childrenIn('subject');
  const [only, second] = subjects;
  const value = second === undefined ? lowerOptional(f, only) : lowerSubjects(f, node);
  const subject = local(reusable(f, value, at));
  const label = f.file.label();
  const body = f.builder.block(() => {
    for (const clause of node.child('body')?.childrenOfType('case_clause') ?? node.childrenOfType('case_clause')) lowerCase(f, clause, subject, label);
  });
  f.builder.emit({ op: 'label', label, body, at });
}

/** `match a, b:` */
function lowerSubjects(f: FunctionContext, node: SyntaxNode): Operand {
  const items = node.childrenIn('subject').map((subject) => ({ value: lowerExpression(f, subject) }));
  return f.builder.produce((to) => ({ op: 'array', to, items, type: { name: 'tuple', args: [] }, at: spanOf(node) }));
}

function lowerCase(f: FunctionContext, clause: SyntaxNode, subject: Operand, label: string): void {
  const at = spanOf(clause);
  const patterns = clause.childrenOfType('case_pattern');
  const guard = clause.child('guard');
  const run = (): void => {
    if (patterns.length > 1) patterns.forEach((pattern, i) => bindPattern(f, pattern, element(f, subject, i, pattern)));
    else if (patterns[0] !== undefined) bindPattern(f, patterns[0], subject);
    const finish = (): void => {
      blockIn(f, clause.child('consequence'));
      f.builder.emit({ op: 'break', label, at });
    };
    if (guard === undefined) finish();
    else when(f, lowerOptional(f, guard.namedChildren[0]), spanOf(guard), finish);
  };
  const test = patterns.length === 1 ? testOf(f, patterns[0]!, subject) : compute(f, 'matches', [subject], at);
  if (test === undefined) run();
  else when(f, test, at, run);
}

function element(f: FunctionContext, object: Operand, index: number, node: SyntaxNode): Operand {
  return load(f, { kind: 'element', object, key: constant(index) }, spanOf(node));
}

/** The pattern inside of a `case_pattern`; nothing for `_`. */
function innerOf(pattern: SyntaxNode): SyntaxNode | undefined {
  return pattern.type === 'case_pattern' ? pattern.namedChildren[0] : pattern;
}

/** Whether `subject` fits; nothing when everything does. */
function testOf(f: FunctionContext, pattern: SyntaxNode, subject: Operand): Operand | undefined {
  const inner = innerOf(pattern);
  if (inner === undefined || captureName(pattern) !== undefined) return undefined;
  const at = spanOf(inner);
  switch (inner.type) {
    case 'none': return compute(f, 'is-null', [subject], at);
    case 'string':
    case 'concatenated_string':
    case 'integer':
    case 'float':
    case 'true':
    case 'false': return compute(f, '==', [subject, lowerExpression(f, inner)], at);
    case 'dotted_name': return inner.text === '_' ? undefined : compute(f, '==', [subject, lowerExpression(f, inner)], at);
    case 'class_pattern': return compute(f, 'is-instance', [subject, ...classOf(f, inner)], at);
    case 'as_pattern': { const [of] = inner.namedChildren; return of === undefined ? undefined : testOf(f, of, subject); }
    default: return compute(f, 'matches', [subject], at);
  }
}

function classOf(f: FunctionContext, node: SyntaxNode): readonly Operand[] {
  const entity = entityOf(f, node.namedChildren[0]);
  if (entity?.kind === 'class') return [{ kind: 'type', type: entity.id }];
  return entity?.kind === 'symbol' ? [{ kind: 'symbol', name: entity.name }] : [];
}

/** Gives the parts of `value` to the names in the pattern. */
function bindPattern(f: FunctionContext, pattern: SyntaxNode, value: Operand): void {
  const at = spanOf(pattern);
  const name = captureName(pattern);
  if (name !== undefined) {
    const isRest = pattern.type === 'splat_pattern';
    writeName(f, name, isRest ? callMethod(f, value, '__slice__', [], at) : value, 'assign', at);
    if (pattern.type !== 'as_pattern') return;
  }
  const inner = innerOf(pattern);
  if (inner === undefined) return;
  if (inner !== pattern) return bindPattern(f, inner, value);
  f.file.nested(() => bindParts(f, inner, value), () => undefined);
}

function bindParts(f: FunctionContext, node: SyntaxNode, value: Operand): void {
  switch (node.type) {
    case 'tuple_pattern':
    case 'list_pattern':
      node.namedChildren.forEach((child, i) => { if (binds(child)) bindPattern(f, child, isSplat(child) ? value : element(f, value, i, child)); });
      return;
    case 'dict_pattern': return bindEntries(f, node, value);
    case 'class_pattern':
      for (const child of node.namedChildren.slice(1)) if (binds(child)) bindMember(f, child, value);
      return;
    case 'union_pattern': for (const child of node.namedChildren) bindPattern(f, child, value); return;
    case 'as_pattern': { const [of] = node.namedChildren; if (of !== undefined && of.type === 'case_pattern') bindPattern(f, of, value); return; }
    case 'list':
    case 'tuple': return void lowerSequence(f, node);
    default: return;
  }
}

function isSplat(pattern: SyntaxNode): boolean {
  return innerOf(pattern)?.type === 'splat_pattern';
}

/** Whether names are bound anywhere in the pattern. */
function binds(pattern: SyntaxNode): boolean {
  const pending = [pattern];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (captureName(node) !== undefined) return true;
    pending.push(...node.namedChildren);
  }
  return false;
}

function bindEntries(f: FunctionContext, node: SyntaxNode, value: Operand): void {
  const keys = node.childrenIn('key');
  node.childrenIn('value').forEach((child, i) => {
    const key = keys[i];
    if (key === undefined || !binds(child)) return;
    bindPattern(f, child, load(f, { kind: 'element', object: value, key: lowerExpression(f, key) }, spanOf(child)));
  });
  for (const rest of node.childrenOfType('splat_pattern')) bindPattern(f, rest, value);
}

/** `Point(x=0, y=k)`; positions are named by the class and not followed. */
function bindMember(f: FunctionContext, pattern: SyntaxNode, value: Operand): void {
  const inner = innerOf(pattern);
  if (inner?.type !== 'keyword_pattern') return bindPattern(f, pattern, value);
  const [name, part] = inner.namedChildren;
  if (name === undefined || part === undefined) return;
  bindPattern(f, part, load(f, { kind: 'field', object: value, field: name.text }, spanOf(inner)));
}
