/** The four loops. */
import type { Block, Loop } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import type { FunctionContext } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { iteratedType } from './library-types.js';
import { blockOf, lowerStatement } from './statements.js';
import { declaredType, spanOf } from './types.js';

/** The body of a loop, which `break` and `continue` inside refer to. */
function bodyOf(f: FunctionContext, node: SyntaxNode | undefined): Block {
  f.exits.push({ kind: 'loop', label: '', labelUsed: false });
  try {
    return blockOf(f, node);
  } finally {
    f.exits.pop();
  }
}

function testOf(f: FunctionContext, node: SyntaxNode | undefined): Pick<Loop, 'test' | 'condition'> {
  let condition: Loop['condition'];
  const test = f.builder.block(() => {
    if (node !== undefined) condition = lowerExpression(f, node).operand;
  });
  return condition === undefined ? { test } : { test, condition };
}

function labelled(label: string | undefined): { readonly label?: string } {
  return label === undefined ? {} : { label };
}

export function lowerWhile(f: FunctionContext, node: SyntaxNode, label: string | undefined): void {
  const test = testOf(f, node.child('condition'));
  const body = bodyOf(f, node.child('body'));
  f.builder.emit({ op: 'loop', ...labelled(label), ...test, body, update: [], at: spanOf(node) });
}

export function lowerDo(f: FunctionContext, node: SyntaxNode, label: string | undefined): void {
  const body = bodyOf(f, node.child('body'));
  const test = testOf(f, node.child('condition'));
  f.builder.emit({ op: 'loop', ...labelled(label), ...test, testLast: true, body, update: [], at: spanOf(node) });
}

export function lowerFor(f: FunctionContext, node: SyntaxNode, label: string | undefined): void {
  f.builder.scoped(() => {
    for (const init of node.childrenIn('init')) lowerStatement(f, init);
    const test = testOf(f, node.child('condition'));
    const body = bodyOf(f, node.child('body'));
    const update = f.builder.block(() => {
      for (const expression of node.childrenIn('update')) lowerExpression(f, expression);
    });
    f.builder.emit({ op: 'loop', ...labelled(label), ...test, body, update, at: spanOf(node) });
  });
}

export function lowerEnhancedFor(f: FunctionContext, node: SyntaxNode, label: string | undefined): void {
  const collection = lowerOptional(f, node.child('value'));
  f.builder.scoped(() => {
    const declared = declaredType(node, f.scope, node) ?? iteratedType(collection.type);
    const element = f.builder.declare(node.child('name')?.text ?? '_', declared);
    const body = bodyOf(f, node.child('body'));
    const over = { collection: collection.operand, element, suspends: false };
    f.builder.emit({ op: 'loop', ...labelled(label), test: [], over, body, update: [], at: spanOf(node) });
  });
}
