/** The four loops. */
import type { Loop } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { bindTuple } from './assignments.js';
import type { FunctionContext } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { elementType } from './library-types.js';
import { blockOf, lowerVariables } from './statements.js';
import { hasToken, nameText, spanOf } from './syntax.js';
import { typeRefOf } from './types.js';

function testOf(f: FunctionContext, node: SyntaxNode | undefined): Pick<Loop, 'test' | 'condition'> {
  let condition: Loop['condition'];
  const test = f.builder.block(() => {
    if (node !== undefined) condition = lowerExpression(f, node).operand;
  });
  return condition === undefined ? { test } : { test, condition };
}

export function lowerWhile(f: FunctionContext, node: SyntaxNode): void {
  const test = testOf(f, node.child('condition'));
  const body = blockOf(f, node.child('body'));
  f.builder.emit({ op: 'loop', ...test, body, update: [], at: spanOf(node) });
}

export function lowerDo(f: FunctionContext, node: SyntaxNode): void {
  const body = blockOf(f, node.child('body'));
  const test = testOf(f, node.child('condition'));
  f.builder.emit({ op: 'loop', ...test, testLast: true, body, update: [], at: spanOf(node) });
}

export function lowerFor(f: FunctionContext, node: SyntaxNode): void {
  f.builder.scoped(() => {
    for (const initial of node.childrenIn('initializer')) {
      if (initial.type === 'variable_declaration') lowerVariables(f, initial);
      else if (initial.named) lowerExpression(f, initial);
    }
    const test = testOf(f, node.child('condition'));
    const body = blockOf(f, node.child('body'));
    const update = f.builder.block(() => {
      for (const expression of node.childrenIn('update')) if (expression.named) lowerExpression(f, expression);
    });
    f.builder.emit({ op: 'loop', ...test, body, update, at: spanOf(node) });
  });
}

/** `foreach`, `await foreach` and `foreach (var (a, b) in …)`. */
export function lowerForeach(f: FunctionContext, node: SyntaxNode): void {
  const collection = lowerOptional(f, node.child('right'));
  const left = node.child('left');
  f.builder.scoped(() => {
    const type = typeRefOf(node.child('type'), f.scope) ?? elementType(collection.type);
    const isTuple = left !== undefined && left.type !== 'identifier';
    const element = isTuple ? f.builder.temporary() : f.builder.declare(nameText(left), type);
    const body = f.builder.block(() => {
      if (isTuple) bindTuple(f, left, { operand: { kind: 'local', name: element }, ...(type === undefined ? {} : { type }) });
      for (const statement of blockOf(f, node.child('body'))) f.builder.emit(statement);
    });
    const over = { collection: collection.operand, element, suspends: hasToken(node, 'await') };
    f.builder.emit({ op: 'loop', test: [], over, body, update: [], at: spanOf(node) });
  });
}
