/** Statements. */
import { ERROR, type SyntaxNode } from '../../tree-sitter/index.js';
import { isMainGuard, spanOf } from '../syntax.js';
import { lowerAssignment, lowerAugmented, lowerDelete } from './assignments.js';
import { lowerClass } from './classes.js';
import { local, tooDeep, unknown, unless, type FunctionContext, type LoopExit } from './context.js';
import { lowerEffect, lowerExpression, lowerOptional, YIELDED } from './expressions.js';
import { lowerFunctionDefinition } from './functions.js';
import { lowerFor, lowerWhile } from './loops.js';
import { lowerMatch } from './patterns.js';
import { lowerTry, lowerWith } from './tries.js';

export function lowerBlock(f: FunctionContext, block: SyntaxNode): void {
  for (const statement of block.namedChildren) lowerStatement(f, statement);
}

export function lowerStatement(f: FunctionContext, node: SyntaxNode): void {
  f.file.nested(() => byType(f, node), () => void tooDeep(f, node));
}

const SILENT = new Set([
  'pass_statement', 'import_statement', 'import_from_statement', 'future_import_statement', 'global_statement', 'nonlocal_statement', 'type_alias_statement',
]);

function byType(f: FunctionContext, node: SyntaxNode): void {
  if (SILENT.has(node.type)) return;
  switch (node.type) {
    case 'expression_statement': return lowerExpressionStatement(f, node);
    case 'decorated_definition': { const inner = node.child('definition'); return inner === undefined ? void unknown(f, node) : byType(f, inner); }
    case 'function_definition': return lowerFunctionDefinition(f, node);
    case 'class_definition': return lowerClass(f, node);
    case 'if_statement': return isMainGuard(node) ? lowerElse(f, node) : lowerIf(f, node);
    case 'for_statement': return lowerFor(f, node);
    case 'while_statement': return lowerWhile(f, node);
    case 'try_statement': return lowerTry(f, node);
    case 'with_statement': return lowerWith(f, node);
    case 'match_statement': return lowerMatch(f, node);
    case 'return_statement': return lowerReturn(f, node);
    case 'raise_statement': return lowerRaise(f, node);
    case 'assert_statement': return lowerAssert(f, node);
    case 'delete_statement': return lowerDelete(f, node);
    case 'break_statement':
    case 'continue_statement': return lowerJump(f, node);
    case 'print_statement':
    case 'exec_statement': return void lowerExpression(f, node);
    case 'block': return lowerBlock(f, node);
    case ERROR: return lowerError(f, node);
    default: return void unknown(f, node);
  }
}

function lowerExpressionStatement(f: FunctionContext, node: SyntaxNode): void {
  for (const child of node.namedChildren) {
    if (child.type === 'assignment') lowerAssignment(f, child);
    else if (child.type === 'augmented_assignment') lowerAugmented(f, child);
    else f.file.nested(() => lowerEffect(f, child), () => void tooDeep(f, child));
  }
}

/** What the parser could not fit in; whole statements inside of it are still code. */
function lowerError(f: FunctionContext, node: SyntaxNode): void {
  unknown(f, node);
  for (const child of node.namedChildren) if (/_(?:statement|definition)$/.test(child.type)) lowerStatement(f, child);
}

/** Code behind `if __name__ == "__main__"` never runs in an invocation. */
function lowerElse(f: FunctionContext, node: SyntaxNode): void {
  const alternative = node.childOfType('else_clause')?.child('body');
  if (alternative !== undefined) lowerBlock(f, alternative);
}

function lowerIf(f: FunctionContext, node: SyntaxNode): void {
  lowerBranches(f, node, node.childrenIn('alternative'));
}

/** `if` or `elif` with the clauses after it. */
function lowerBranches(f: FunctionContext, node: SyntaxNode, rest: readonly SyntaxNode[]): void {
  const condition = lowerOptional(f, node.child('condition'));
  const then = f.builder.block(() => blockIn(f, node.child('consequence')));
  const [next, ...others] = rest;
  const otherwise = next === undefined ? [] : f.builder.block(() => {
    if (next.type === 'elif_clause') f.file.nested(() => lowerBranches(f, next, others), () => void tooDeep(f, next));
    else blockIn(f, next.child('body'));
  });
  f.builder.emit({ op: 'if', condition, then, else: otherwise, at: spanOf(node) });
}

export function blockIn(f: FunctionContext, block: SyntaxNode | undefined): void {
  if (block !== undefined) lowerBlock(f, block);
}

function lowerReturn(f: FunctionContext, node: SyntaxNode): void {
  const [only] = node.namedChildren;
  if (f.yields !== undefined) return f.builder.emit({ op: 'return', value: local(YIELDED), at: spanOf(node) });
  f.builder.emit({ op: 'return', ...(only === undefined ? {} : { value: lowerExpression(f, only) }), at: spanOf(node) });
}

function lowerRaise(f: FunctionContext, node: SyntaxNode): void {
  const value = node.namedChildren.find((child) => child.field !== 'cause');
  f.builder.emit({ op: 'throw', ...(value === undefined ? {} : { value: lowerExpression(f, value) }), at: spanOf(node) });
}

function lowerAssert(f: FunctionContext, node: SyntaxNode): void {
  const [condition, message] = node.namedChildren;
  const at = spanOf(node);
  unless(f, lowerOptional(f, condition), at, () => {
    f.builder.emit({ op: 'throw', ...(message === undefined ? {} : { value: lowerExpression(f, message) }), at });
  });
}

function lowerJump(f: FunctionContext, node: SyntaxNode): void {
  const at = spanOf(node);
  if (node.type === 'continue_statement') return f.builder.emit({ op: 'continue', at });
  const label = f.loops.at(-1)?.label;
  f.builder.emit({ op: 'break', ...(label === undefined ? {} : { label }), at });
}

/** Runs `run` as the body of a loop. */
export function inLoop(f: FunctionContext, exit: LoopExit, run: () => void): void {
  f.loops.push(exit);
  run();
  f.loops.pop();
}
