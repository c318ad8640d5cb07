/** Loops. */
import type { Block, Operand } from '../../../ir/index.js';
import type { ES } from '../syntax.js';
import { spanOf } from '../syntax.js';
import type { Lowering } from './context.js';
import { emit, inBlock, inScope } from './context.js';
import { lowerEffect, lowerExpression } from './expressions.js';
import { bindFrom, boundName, lowerStatement } from './statements.js';

interface Test {
  readonly test: Block;
  readonly condition?: Operand;
}

/** `while (true)` has no exit at its test. */
function lowerTest(l: Lowering, node: ES.Expression | null): Test {
  if (node === null) return { test: [] };
  let condition: Operand | undefined;
  const test = inBlock(l, () => (condition = lowerExpression(l, node)));
  return condition === undefined || (condition.kind === 'constant' && condition.value === true) ? { test } : { test, condition };
}

function labelled(label: string | undefined): { readonly label?: string } {
  return label === undefined ? {} : { label };
}

export function lowerWhile(l: Lowering, node: ES.WhileStatement, label: string | undefined): void {
  const test = lowerTest(l, node.test);
  const body = inBlock(l, () => lowerStatement(l, node.body));
  emit(l, { op: 'loop', ...labelled(label), ...test, body, update: [], at: spanOf(node) });
}

export function lowerDoWhile(l: Lowering, node: ES.DoWhileStatement, label: string | undefined): void {
  const body = inBlock(l, () => lowerStatement(l, node.body));
  emit(l, { op: 'loop', ...labelled(label), ...lowerTest(l, node.test), testLast: true, body, update: [], at: spanOf(node) });
}

export function lowerFor(l: Lowering, node: ES.ForStatement, label: string | undefined): void {
  inScope(l, node, () => {
    if (node.init?.type === 'VariableDeclaration') lowerStatement(l, node.init);
    else if (node.init !== null) lowerEffect(l, node.init);
    const test = lowerTest(l, node.test);
    const body = inBlock(l, () => lowerStatement(l, node.body));
    const update = inBlock(l, () => {
      if (node.update !== null) lowerEffect(l, node.update);
    });
    emit(l, { op: 'loop', ...labelled(label), ...test, body, update, at: spanOf(node) });
  });
}

/** `for (const x of xs)`, `for await`, `for (const key in o)`. */
export function lowerForEach(l: Lowering, node: ES.ForOfStatement | ES.ForInStatement, label: string | undefined): void {
  inScope(l, node, () => {
    const collection = lowerExpression(l, node.right);
    const declared = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : undefined;
    const target = declared ?? node.left;
    const element = boundName(l, target);
    const suspends = node.type === 'ForOfStatement' && node.await;
    const body = inBlock(l, () => {
      bindFrom(l, target, element, declared === undefined ? 'assign' : 'initialise');
      lowerStatement(l, node.body);
    });
    const over = { collection, element, suspends, ...(node.type === 'ForInStatement' ? { keysOnly: true } : {}) };
    emit(l, { op: 'loop', ...labelled(label), test: [], over, body, update: [], at: spanOf(node) });
  });
}
