/**
 * Query expressions: calls of `Where`, `Select` and so on with lambdas. Once a query has a second variable, the rest of it
 * becomes one lambda that does step by step what the clauses say.
 */
import type { FunctionSignature, Operand, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { emitMethod } from './calls.js';
import { buildFunction, compute, unknown, type FunctionContext, type Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { elementType } from './library-types.js';
import { hasToken, nameText, parts, spanOf } from './syntax.js';
import { OBJECT, typeRefOf } from './types.js';

const SEQUENCE = 'System.Collections.Generic.IEnumerable';

export function lowerQuery(f: FunctionContext, node: SyntaxNode): Value {
  const [from, ...clauses] = parts(node);
  if (from?.type !== 'from_clause') return unknown(f, node);
  const source = lowerOptional(f, sourceOf(from));
  return lowerClauses(f, clauses, source, nameText(from.child('name')), node);
}

function sourceOf(from: SyntaxNode): SyntaxNode | undefined {
  return parts(from).find((child) => child.field !== 'name' && child.field !== 'type');
}

const SIMPLE = new Set(['where_clause', 'order_by_clause', 'select_clause', 'group_clause']);

function lowerClauses(f: FunctionContext, clauses: readonly SyntaxNode[], source: Value, variable: string, node: SyntaxNode): Value {
  let value = source;
  let name = variable;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i]!;
    if (clause.type === 'identifier') {
      // `into name`: what has been selected is gone on with.
      name = nameText(clause);
      continue;
    }
    if (!SIMPLE.has(clause.type)) {
      const rest = clauses.slice(i);
      return step(f, node, value, 'SelectMany', name, (inner) => lowerInline(inner, rest, 0, 'return'));
    }
    value = lowerSimple(f, clause, value, name);
  }
  return value;
}

function lowerSimple(f: FunctionContext, clause: SyntaxNode, source: Value, name: string): Value {
  const [expression, key] = parts(clause);
  const compute = (inner: FunctionContext): Value => lowerOptional(inner, expression);
  switch (clause.type) {
    case 'where_clause': return { ...step(f, clause, source, 'Where', name, compute), ...sequenceOf(source.type) };
    case 'order_by_clause': {
      const method = hasToken(clause, 'descending') ? 'OrderByDescending' : 'OrderBy';
      return { ...step(f, clause, source, method, name, compute), ...sequenceOf(source.type) };
    }
    case 'group_clause': return step(f, clause, source, 'GroupBy', name, (inner) => {
      compute(inner);
      return lowerOptional(inner, key);
    });
    default: return step(f, clause, source, 'Select', name, compute);
  }
}

/** Part of a sequence is a sequence of the same elements. */
function sequenceOf(type: TypeRef | undefined): { readonly type?: TypeRef } {
  const element = elementType(type);
  return { type: element === undefined ? undefined : { name: SEQUENCE, args: [element] } };
}

/** `source.method(name => …)` */
function step(f: FunctionContext, node: SyntaxNode, source: Value, method: string, name: string, body: (inner: FunctionContext) => Value): Value {
  const at = spanOf(node);
  const id = f.file.nextId(f.builder.id, '<query>');
  const type = elementType(source.type);
  const signature: FunctionSignature = {
    id, name: '<query>', parameters: [{ name, ...(type === undefined ? {} : { type }), annotations: [], at }], enclosing: f.builder.id, isStatic: !f.hasThis,
    isAsync: false, isGenerator: false, isConstructor: false, isAbstract: false, isPrivate: true, annotations: [], at,
  };
  let result: TypeRef | undefined;
  buildFunction({ file: f.file, signature, type: f.type, scope: f.scope, hasThis: f.hasThis, parent: f }, (inner) => {
    const value = body(inner);
    result = value.type;
    inner.builder.emit({ op: 'return', value: value.operand, at });
  });
  const lambda = f.builder.produce((to) => ({ op: 'closure', to, function: id, at }));
  return { operand: emitMethod(f, node, source, method, [lambda]), type: { name: SEQUENCE, args: [result ?? OBJECT] } };
}

/** The clauses from `index` on, where all variables are in view. Gives what the query selects; `skip` leaves out what `where` rejects. */
function lowerInline(f: FunctionContext, clauses: readonly SyntaxNode[], index: number, skip: 'return' | 'continue'): Value {
  const clause = clauses[index];
  if (clause === undefined) return { operand: { kind: 'constant', value: null } };
  const at = spanOf(clause);
  const rest = (within: 'return' | 'continue' = skip): Value => lowerInline(f, clauses, index + 1, within);
  const children = parts(clause);
  switch (clause.type) {
    case 'let_clause': {
      const value = lowerOptional(f, children[1]);
      if (children[0] !== undefined) f.builder.assign(f.builder.declare(nameText(children[0]), value.type), value.operand, at);
      return rest();
    }
    case 'from_clause': return lowerInner(f, clause, lowerOptional(f, sourceOf(clause)), nameText(clause.child('name')), () => rest('continue'));
    case 'join_clause': return lowerJoin(f, clause, () => rest('continue'));
    case 'select_clause': return lowerOptional(f, children[0]);
    case 'where_clause': {
      const holds = lowerOptional(f, children[0]).operand;
      const then = f.builder.block(() => f.builder.emit({ op: skip, at }));
      f.builder.emit({ op: 'if', condition: compute(f, '!', [holds], at), then, else: [], at });
      return rest();
    }
    default: {
      const values = children.filter((child) => child.type !== 'identifier' || clause.type !== 'query_expression').map((child) => lowerExpression(f, child));
      return index === clauses.length - 1 ? (values[0] ?? rest()) : rest();
    }
  }
}

function lowerInner(f: FunctionContext, clause: SyntaxNode, source: Value, name: string, rest: () => Value): Value {
  const at = spanOf(clause);
  const result = f.builder.temporary();
  f.builder.emit({ op: 'move', to: result, from: { kind: 'constant', value: null }, at });
  f.builder.scoped(() => {
    const element = f.builder.declare(name, typeRefOf(clause.child('type'), f.scope) ?? elementType(source.type));
    const body = f.builder.block(() => f.builder.assign(result, rest().operand, at));
    f.builder.emit({ op: 'loop', test: [], over: { collection: source.operand, element, suspends: false }, body, update: [], at });
  });
  return { operand: { kind: 'local', name: result } };
}

/** `join y in ys on x.a equals y.b [into g]` */
function lowerJoin(f: FunctionContext, clause: SyntaxNode, rest: () => Value): Value {
  const [name, source, left, right] = parts(clause).filter((child) => child.field !== 'type');
  const into = clause.childOfType('join_into_clause')?.childOfType('identifier');
  const values = lowerOptional(f, source);
  return lowerInner(f, clause, values, nameText(name), () => {
    const operands: Operand[] = [left, right].filter((n) => n !== undefined && n.type !== 'join_into_clause').map((n) => lowerOptional(f, n).operand);
    compute(f, '==', operands, spanOf(clause));
    if (into !== undefined) f.builder.assign(f.builder.declare(nameText(into), values.type), values.operand, spanOf(into));
    return rest();
  });
}
