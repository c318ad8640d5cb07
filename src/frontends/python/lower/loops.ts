/** Loops. An `else` runs when the loop was not left by `break`. */
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { hasToken, spanOf } from '../syntax.js';
import { loopOver } from './comprehensions.js';
import { unknown, type FunctionContext } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { blockIn, inLoop } from './statements.js';

export function lowerFor(f: FunctionContext, node: SyntaxNode): void {
  const [target, right] = [node.child('left'), node.child('right')];
  if (target === undefined || right === undefined) return void unknown(f, node);
  withElse(f, node, (label) => {
    const collection = lowerExpression(f, right);
    loopOver(f, { collection, target, suspends: hasToken(node, 'async'), node }, () => {
      inLoop(f, { label }, () => blockIn(f, node.child('body')));
    });
  });
}

export function lowerWhile(f: FunctionContext, node: SyntaxNode): void {
  const at = spanOf(node);
  withElse(f, node, (label) => {
    let condition = lowerOptional(f, undefined);
    const test = f.builder.block(() => { condition = lowerOptional(f, node.child('condition')); });
    const body = f.builder.block(() => inLoop(f, { label }, () => blockIn(f, node.child('body'))));
    const isEndless = condition.kind === 'constant' && (condition.value === true || condition.value === 1);
    f.builder.emit({ op: 'loop', test, ...(isEndless ? {} : { condition }), body, update: [], at });
  });
}

function withElse(f: FunctionContext, node: SyntaxNode, loop: (label: string | undefined) => void): void {
  const otherwise = node.child('alternative');
  if (otherwise === undefined) return loop(undefined);
  const label = f.file.label();
  const body = f.builder.block(() => {
    loop(label);
    blockIn(f, otherwise.child('body'));
  });
  f.builder.emit({ op: 'label', label, body, at: spanOf(node) });
}
