/** Statements. Those with structure of their own (try, switch, loops) are in files beside this one. */
import type { Block } from '../../ir/index.js';
import { descendantsUnless, ERROR, type SyntaxNode } from '../tree-sitter/index.js';
import { guarded, local, tooDeep, unknown, type Exit, type FunctionContext } from './context.js';
import { constructorCall, lowerConstructorCall } from './creation.js';
import { KINDS } from './declarations.js';
import { compute, lowerExpression, lowerOptional } from './expressions.js';
import { lowerTypeBody } from './lower-type.js';
import { lowerDo, lowerEnhancedFor, lowerFor, lowerWhile } from './loops.js';
import { lowerSwitchStatement } from './switches.js';
import { lowerTry, lowerTryWithResources } from './tries.js';
import { declaredType, spanOf, typeRefOf } from './types.js';

/** The statements of a block, in a scope of their own. */
export function lowerBlock(f: FunctionContext, block: SyntaxNode): void {
  f.builder.scoped(() => {
    for (const statement of block.namedChildren) lowerStatement(f, statement);
  });
}

/** A statement as a block of its own. */
export function blockOf(f: FunctionContext, node: SyntaxNode | undefined): Block {
  return f.builder.block(() => {
    if (node === undefined) return;
    if (node.type === 'block') lowerBlock(f, node);
    else f.builder.scoped(() => lowerStatement(f, node));
  });
}

/** Emits what `node` does. */
export function lowerStatement(f: FunctionContext, node: SyntaxNode, label?: string): void {
  f.file.nested(() => lower(f, node, label), () => void tooDeep(f, node));
  if (node.hasError) lowerErrors(f, node);
}

/** Text that the parser could not fit in, inside a statement that is understood otherwise. */
function lowerErrors(f: FunctionContext, statement: SyntaxNode): void {
  for (const node of descendantsUnless(statement, (n) => n.type === ERROR || n.type === 'class_body')) {
    if (node.type === ERROR && f.file.isNew(node)) unknown(f, node);
  }
}

function lower(f: FunctionContext, node: SyntaxNode, label: string | undefined): void {
  switch (node.type) {
    case 'expression_statement': lowerExpressionStatement(f, node); return;
    case 'local_variable_declaration': lowerLocals(f, node); return;
    case 'block': lowerBlock(f, node); return;
    case 'if_statement': lowerIf(f, node); return;
    case 'while_statement': lowerWhile(f, node, label); return;
    case 'do_statement': lowerDo(f, node, label); return;
    case 'for_statement': lowerFor(f, node, label); return;
    case 'enhanced_for_statement': lowerEnhancedFor(f, node, label); return;
    case 'switch_expression': lowerSwitchStatement(f, node); return;
    case 'try_statement': lowerTry(f, node); return;
    case 'try_with_resources_statement': lowerTryWithResources(f, node); return;
    case 'synchronized_statement': lowerSynchronized(f, node); return;
    case 'labeled_statement': lowerLabelled(f, node); return;
    case 'return_statement': lowerReturn(f, node); return;
    case 'throw_statement': f.builder.emit({ op: 'throw', value: lowerOptional(f, node.namedChildren[0]).operand, at: spanOf(node) }); return;
    case 'break_statement': lowerBreak(f, node); return;
    case 'continue_statement': lowerContinue(f, node); return;
    case 'yield_statement': lowerYield(f, node); return;
    case 'assert_statement': lowerAssert(f, node); return;
    case 'explicit_constructor_invocation': lowerConstructorCall(f, node); return;
    default: lowerOther(f, node);
  }
}

function lowerExpressionStatement(f: FunctionContext, node: SyntaxNode): void {
  if (constructorCall(node) !== undefined) lowerConstructorCall(f, node);
  else for (const child of node.namedChildren) lowerExpression(f, child);
}

function lowerOther(f: FunctionContext, node: SyntaxNode): void {
  if (KINDS.has(node.type)) {
    const type = f.file.index.typeAt.get(node.start);
    if (type !== undefined) lowerTypeBody(f.file, node, type, f);
    return;
  }
  lowerExpression(f, node);
}

function lowerLocals(f: FunctionContext, node: SyntaxNode): void {
  for (const declarator of node.childrenIn('declarator')) {
    const name = declarator.child('name');
    if (name === undefined) continue;
    const declared = declaredType(node, f.scope, declarator);
    const initial = declarator.child('value');
    // The initialiser is evaluated before the variable is in view.
    const value = initial === undefined ? undefined : lowerExpression(f, initial, declared);
    const variable = f.builder.declare(name.text, declared ?? value?.type);
    if (value !== undefined) f.builder.assign(variable, value.operand, spanOf(declarator));
  }
}

function lowerIf(f: FunctionContext, node: SyntaxNode): void {
  const condition = lowerOptional(f, node.child('condition')).operand;
  const then = blockOf(f, node.child('consequence'));
  const otherwise = blockOf(f, node.child('alternative'));
  f.builder.emit({ op: 'if', condition, then, else: otherwise, at: spanOf(node) });
}

function lowerSynchronized(f: FunctionContext, node: SyntaxNode): void {
  const expression = node.childOfType('parenthesized_expression');
  const body = node.child('body');
  const named = expression?.namedChildren[0];
  const classOf = named?.type === 'class_literal' ? typeRefOf(named.namedChildren[0], f.scope) : undefined;
  const lock = classOf ? ({ kind: 'type', type: classOf.name } as const) : lowerOptional(f, expression).operand;
  guarded(f, lock, spanOf(expression ?? node), () => {
    if (body !== undefined) lowerBlock(f, body);
  });
}

const LOOPS = new Set(['while_statement', 'do_statement', 'for_statement', 'enhanced_for_statement']);

function lowerLabelled(f: FunctionContext, node: SyntaxNode): void {
  const [name, body] = node.namedChildren;
  if (name === undefined || body === undefined) return;
  if (LOOPS.has(body.type)) {
    lowerStatement(f, body, name.text);
    return;
  }
  const block = blockOf(f, body);
  f.builder.emit({ op: 'label', label: name.text, body: block, at: spanOf(node) });
}

function lowerReturn(f: FunctionContext, node: SyntaxNode): void {
  const [expression] = node.namedChildren;
  const value = expression === undefined ? {} : { value: lowerExpression(f, expression, f.returns).operand };
  f.builder.emit({ op: 'return', ...value, at: spanOf(node) });
}

function lowerBreak(f: FunctionContext, node: SyntaxNode): void {
  const label = node.childOfType('identifier')?.text;
  f.builder.emit({ op: 'break', ...(label === undefined ? {} : { label }), at: spanOf(node) });
}

function lowerContinue(f: FunctionContext, node: SyntaxNode): void {
  const label = node.childOfType('identifier')?.text;
  f.builder.emit({ op: 'continue', ...(label === undefined ? {} : { label }), at: spanOf(node) });
}

/** Gives the value of the nearest switch expression, and leaves it. */
function lowerYield(f: FunctionContext, node: SyntaxNode): void {
  const exit = f.exits.findLast((e: Exit) => e.result !== undefined);
  const value = lowerOptional(f, node.namedChildren[0]).operand;
  if (exit?.result === undefined) return;
  const at = spanOf(node);
  f.builder.assign(exit.result, value, at);
  if (exit === f.exits.at(-1)) {
    f.builder.emit({ op: 'break', at });
    return;
  }
  // A loop or another switch lies between.
  exit.labelUsed = true;
  f.builder.emit({ op: 'break', label: exit.label, at });
}

/** `assert condition : message` */
function lowerAssert(f: FunctionContext, node: SyntaxNode): void {
  const at = spanOf(node);
  const [condition, message] = node.namedChildren;
  const holds = lowerOptional(f, condition).operand;
  const fails = compute(f, '!', [holds], at);
  const then = f.builder.block(() => {
    const args = message === undefined ? [] : [{ value: lowerExpression(f, message).operand }];
    const error = f.builder.temporary();
    f.builder.emit({ op: 'new', to: error, type: { name: 'java.lang.AssertionError', args: [] }, args, at });
    f.builder.emit({ op: 'throw', value: local(error), at });
  });
  f.builder.emit({ op: 'if', condition: fails, then, else: [], at });
}

