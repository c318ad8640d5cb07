/** Statements. Those with structure of their own (try, switch, loops) are in files beside this one. */
import type { Block } from '../../ir/index.js';
import { descendantsUnless, ERROR, type SyntaxNode } from '../tree-sitter/index.js';
import { bindTuple } from './assignments.js';
import { declareLocalFunctions, lowerLocalFunction } from './closures.js';
import { guarded, tooDeep, unknown, type FunctionContext } from './context.js';
import { initialOf } from './declarations.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { lowerDo, lowerFor, lowerForeach, lowerWhile } from './loops.js';
import { lowerSwitchStatement } from './switches.js';
import { firstPart, hasToken, nameText, parts, spanOf } from './syntax.js';
import { disposed, lowerTry, lowerUsing } from './tries.js';
import { typeRefOf } from './types.js';

/** The body of a function: a block, or an expression whose value it returns. */
export function lowerFunctionBody(f: FunctionContext, body: SyntaxNode): void {
  if (body.type === 'block') {
    lowerBlock(f, body);
    return;
  }
  const expression = body.type === 'arrow_expression_clause' ? firstPart(body) : body;
  if (expression === undefined) return;
  const value = lowerExpression(f, expression, f.returns);
  // Of a method without a result the expression is a statement.
  if (f.returns?.name === 'void' && body.type === 'arrow_expression_clause') return;
  if (expression.type !== 'throw_expression') f.builder.emit({ op: 'return', value: value.operand, at: spanOf(expression) });
}

/** The statements of a block, in a scope of their own. */
export function lowerBlock(f: FunctionContext, block: SyntaxNode): void {
  f.builder.scoped(() => lowerStatements(f, parts(block)));
}

/** Statements in a row. What follows a `using` declaration is what it covers. */
export function lowerStatements(f: FunctionContext, statements: readonly SyntaxNode[]): void {
  declareLocalFunctions(f, statements);
  lowerFrom(f, statements, 0);
}

function lowerFrom(f: FunctionContext, statements: readonly SyntaxNode[], start: number): void {
  for (let i = start; i < statements.length; i++) {
    const statement = statements[i]!;
    if (statement.type === 'local_declaration_statement' && hasToken(statement, 'using')) {
      lowerUsingDeclaration(f, statement, () => f.file.nested(() => lowerFrom(f, statements, i + 1), () => void tooDeep(f, statement)));
      return;
    }
    lowerStatement(f, statement);
  }
}

function lowerUsingDeclaration(f: FunctionContext, node: SyntaxNode, rest: () => void): void {
  const declaration = node.childOfType('variable_declaration');
  const resources = declaration === undefined ? [] : lowerVariables(f, declaration);
  disposed(f, resources, hasToken(node, 'await'), node, rest);
}

/** A statement as a block of its own. */
export function blockOf(f: FunctionContext, node: SyntaxNode | undefined): Block {
  return f.builder.block(() => {
    if (node === undefined) return;
    if (node.type === 'block') lowerBlock(f, node);
    else f.builder.scoped(() => lowerStatements(f, node.type === 'preproc_if' ? parts(node) : [node]));
  });
}

/** Emits what `node` does. */
export function lowerStatement(f: FunctionContext, node: SyntaxNode): void {
  f.file.nested(() => lower(f, node), () => void tooDeep(f, node));
  if (node.hasError) lowerErrors(f, node);
}

/** Text that the parser could not fit in, inside a statement that is understood otherwise. */
function lowerErrors(f: FunctionContext, statement: SyntaxNode): void {
  for (const node of descendantsUnless(statement, (n) => n.type === ERROR)) {
    if (node.type === ERROR && f.file.isNew(node)) unknown(f, node);
  }
}

function lower(f: FunctionContext, node: SyntaxNode): void {
  switch (node.type) {
    case 'global_statement': lowerStatements(f, parts(node)); return;
    case 'expression_statement': for (const child of parts(node)) lowerExpression(f, child); return;
    case 'local_declaration_statement': for (const child of node.childrenOfType('variable_declaration')) lowerVariables(f, child); return;
    case 'block': lowerBlock(f, node); return;
    case 'if_statement': lowerIf(f, node); return;
    case 'while_statement': lowerWhile(f, node); return;
    case 'do_statement': lowerDo(f, node); return;
    case 'for_statement': lowerFor(f, node); return;
    case 'foreach_statement': lowerForeach(f, node); return;
    case 'switch_statement': lowerSwitchStatement(f, node); return;
    case 'try_statement': lowerTry(f, node); return;
    case 'using_statement': lowerUsing(f, node); return;
    case 'lock_statement': lowerLock(f, node); return;
    case 'local_function_statement': lowerLocalFunction(f, node); return;
    default: lowerSimple(f, node);
  }
}

function lowerSimple(f: FunctionContext, node: SyntaxNode): void {
  const at = spanOf(node);
  switch (node.type) {
    case 'return_statement': lowerReturn(f, node); return;
    case 'throw_statement': f.builder.emit({ op: 'throw', ...optionalValue(f, node), at }); return;
    case 'break_statement': f.builder.emit({ op: 'break', at }); return;
    case 'continue_statement': f.builder.emit({ op: 'continue', at }); return;
    case 'yield_statement': lowerYield(f, node); return;
    case 'labeled_statement': lowerLabelled(f, node); return;
    case 'checked_statement':
    case 'unsafe_statement': for (const block of node.childrenOfType('block')) lowerBlock(f, block); return;
    case 'fixed_statement': lowerFixed(f, node); return;
    case 'empty_statement': return;
    default: lowerExpression(f, node);
  }
}

function optionalValue(f: FunctionContext, node: SyntaxNode): { readonly value?: ReturnType<typeof lowerOptional>['operand'] } {
  const expression = firstPart(node);
  return expression === undefined ? {} : { value: lowerExpression(f, expression).operand };
}

/** Declares the variables and gives what they hold. */
export function lowerVariables(f: FunctionContext, declaration: SyntaxNode): readonly { readonly operand: { kind: 'local'; name: string }; readonly type?: ReturnType<typeof typeRefOf> }[] {
  const declared = typeRefOf(declaration.child('type'), f.scope);
  return declaration.childrenOfType('variable_declarator').flatMap((declarator) => {
    const name = declarator.child('name');
    const initial = initialOf(declarator);
    // A variable with a type is in view in its own initialiser: `int width = int.TryParse(text, out width) ? width : 512`.
    const typed = name !== undefined && declared !== undefined ? f.builder.declare(nameText(name), declared) : undefined;
    const value = initial === undefined ? undefined : lowerExpression(f, initial, declared);
    const tuple = declarator.childOfType('tuple_pattern');
    if (tuple !== undefined && value !== undefined) bindTuple(f, tuple, value);
    if (name === undefined) return [];
    const type = declared ?? value?.type;
    const variable = typed ?? f.builder.declare(nameText(name), type);
    if (value !== undefined) f.builder.assign(variable, value.operand, spanOf(declarator));
    return [{ operand: { kind: 'local' as const, name: variable }, ...(type === undefined ? {} : { type }) }];
  });
}

function lowerIf(f: FunctionContext, node: SyntaxNode): void {
  const condition = lowerOptional(f, node.child('condition')).operand;
  const then = blockOf(f, node.child('consequence'));
  const otherwise = blockOf(f, node.child('alternative'));
  f.builder.emit({ op: 'if', condition, then, else: otherwise, at: spanOf(node) });
}

function lowerLock(f: FunctionContext, node: SyntaxNode): void {
  const [expression, body] = parts(node);
  const classOf = expression?.type === 'typeof_expression' ? typeRefOf(expression.child('type'), f.scope) : undefined;
  const lock = classOf ? ({ kind: 'type', type: classOf.name } as const) : lowerOptional(f, expression).operand;
  guarded(f, lock, spanOf(expression ?? node), () => {
    for (const statement of blockOf(f, body)) f.builder.emit(statement);
  });
}

function lowerReturn(f: FunctionContext, node: SyntaxNode): void {
  const expression = firstPart(node);
  const value = expression === undefined ? {} : { value: lowerExpression(f, expression, f.returns).operand };
  f.builder.emit({ op: 'return', ...value, at: spanOf(node) });
}

/** `yield return x;` hands over to the consumer, `yield break;` ends. */
function lowerYield(f: FunctionContext, node: SyntaxNode): void {
  const at = spanOf(node);
  const expression = firstPart(node);
  if (expression === undefined) f.builder.emit({ op: 'return', at });
  else f.builder.emit({ op: 'suspend', why: 'yield', value: lowerExpression(f, expression).operand, at });
}

function lowerLabelled(f: FunctionContext, node: SyntaxNode): void {
  const [label, body] = parts(node);
  if (label === undefined) return;
  const block = blockOf(f, body);
  f.builder.emit({ op: 'label', label: label.text, body: block, at: spanOf(node) });
}

function lowerFixed(f: FunctionContext, node: SyntaxNode): void {
  f.builder.scoped(() => {
    for (const child of parts(node)) {
      if (child.type === 'variable_declaration') lowerVariables(f, child);
      else lowerStatement(f, child);
    }
  });
}
