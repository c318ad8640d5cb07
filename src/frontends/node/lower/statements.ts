/** Statements. Blocks are flattened, since names are unique in a function; what decides control flow keeps its structure. */
import type { Block, Operand, Statement } from '../../../ir/index.js';
import { lookUp } from '../names/scopes.js';
import type { ES, Node } from '../syntax.js';
import { spanOf, unwrap } from '../syntax.js';
import { bindPattern, lowerDeclarator } from './assignments.js';
import { lowerClass } from './classes.js';
import type { Lowering } from './context.js';
import { deeper, emit, inBlock, inScope, isTooDeep, local, produce, temporary, unknown } from './context.js';
import { lowerEffect, lowerExpression, lowerUnknown } from './expressions.js';
import { lowerDoWhile, lowerFor, lowerForEach, lowerWhile } from './loops.js';
import { lowerEnum, lowerModuleStatement, lowerNamespace } from './module-statements.js';
import { assignLocal, closure, hasLocalCopy, placeOfVariable, writeVariable } from './names.js';

/** The statements of a block, function declarations first. */
export function lowerStatements(l: Lowering, statements: readonly Node[]): void {
  for (const statement of statements) hoistFunction(l, statement);
  for (const [i, statement] of statements.entries()) {
    if (statement.type === 'VariableDeclaration' && (statement.kind === 'using' || statement.kind === 'await using')) {
      return lowerUsing(l, statement, statements.slice(i + 1));
    }
    lowerStatement(l, statement);
  }
}

/** A function declaration has its value before the first statement of its block runs. */
function hoistFunction(l: Lowering, statement: Node): void {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
  if (declared?.type !== 'FunctionDeclaration' || declared.id === null) return;
  const variable = lookUp(l.scope, declared.id.name);
  const id = l.file.facts.scopes.functionOf.get(declared)?.id;
  if (variable === undefined || id === undefined) return;
  const at = spanOf(declared.id);
  writeVariable(l, variable, closure(l, id, at), 'initialise', at);
}

/** `using r = open()`: what follows runs in a `try` whose `finally` disposes of `r`. */
function lowerUsing(l: Lowering, node: ES.VariableDeclaration, rest: readonly Node[]): void {
  const at = spanOf(node);
  const resources: Operand[] = [];
  for (const declarator of node.declarations) {
    if (declarator.init === null) continue;
    const value = lowerExpression(l, declarator.init);
    // The name may be captured or written again; the resource is kept apart from it.
    const resource = temporary(l);
    assignLocal(l, resource, value, spanOf(declarator));
    bindPattern(l, declarator.id, produce(l, (to) => ({ op: 'move', to, from: local(resource), at })), 'initialise', spanOf(declarator));
    resources.unshift(local(resource));
  }
  const body = inBlock(l, () => lowerStatements(l, rest));
  const isAsync = node.kind === 'await using';
  const name = isAsync ? '[Symbol.asyncDispose]' : '[Symbol.dispose]';
  const dispose = inBlock(l, () => {
    for (const receiver of resources) {
      const value = produce(l, (to) => ({ op: 'call', to, callee: { kind: 'method', receiver, name }, args: [], at }));
      if (isAsync) emit(l, { op: 'suspend', why: 'dispose', value, at });
    }
  });
  emit(l, { op: 'try', body, handlers: [], finally: dispose, at });
}

export function lowerStatement(l: Lowering, node: Node, label?: string): void {
  const at = spanOf(node);
  deeper(l, at, () => lowerByType(l, node, label), () => void unknown(l, 'too-deep', [], at));
}

function lowerByType(l: Lowering, node: Node, label: string | undefined): void {
  const at = spanOf(node);
  switch (node.type) {
    case 'ExpressionStatement': return 'directive' in node && typeof node.directive === 'string' ? undefined : lowerEffect(l, node.expression);
    case 'VariableDeclaration':
      if (node.declare !== true) node.declarations.forEach((d) => lowerDeclarator(l, d, node.kind));
      return;
    case 'BlockStatement': return inScope(l, node, () => lowerStatements(l, node.body));
    case 'IfStatement': return lowerIf(l, node);
    case 'WhileStatement': return lowerWhile(l, node, label);
    case 'DoWhileStatement': return lowerDoWhile(l, node, label);
    case 'ForStatement': return lowerFor(l, node, label);
    case 'ForInStatement':
    case 'ForOfStatement': return lowerForEach(l, node, label);
    case 'ReturnStatement':
    case 'ThrowStatement': {
      const value = node.argument === null ? undefined : lowerExpression(l, node.argument);
      return emit(l, { op: node.type === 'ReturnStatement' ? 'return' : 'throw', ...(value === undefined ? {} : { value }), at });
    }
    case 'BreakStatement':
    case 'ContinueStatement':
      return emit(l, { op: node.type === 'BreakStatement' ? 'break' : 'continue', ...(node.label === null ? {} : { label: node.label.name }), at });
    case 'TryStatement': return lowerTry(l, node);
    case 'SwitchStatement': return lowerSwitch(l, node);
    case 'LabeledStatement': return lowerLabelled(l, node);
    case 'ClassDeclaration': return lowerClassDeclaration(l, node);
    case 'TSEnumDeclaration': return lowerEnum(l, node);
    case 'TSModuleDeclaration': return lowerNamespace(l, node);
    case 'EmptyStatement':
    case 'DebuggerStatement':
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration': return;
    case 'WithStatement':
      unknown(l, node.type, [lowerExpression(l, node.object)], at);
      return lowerStatement(l, node.body);
    default: if (!lowerModuleStatement(l, node)) lowerUnknown(l, node);
  }
}

export function lowerClassDeclaration(l: Lowering, node: ES.Class): void {
  if (node.declare === true) return;
  const value = lowerClass(l, node);
  const variable = node.id === null ? undefined : lookUp(l.scope, node.id.name);
  if (variable !== undefined) writeVariable(l, variable, value, 'initialise', spanOf(node.id ?? node));
}

/** An `else if` chain is as long as it likes: it is walked, not descended. `a && b` without `else` is two tests. */
function lowerIf(l: Lowering, node: ES.IfStatement): void {
  const [outside, depth] = [l.out, l.depth];
  let current: ES.IfStatement = node;
  for (;;) {
    l.depth++;
    const { test, consequent, alternate } = current;
    const condition = unwrap(test);
    if (alternate === null && condition.type === 'LogicalExpression' && condition.operator === '&&') {
      lowerConjunction(l, condition, consequent);
      break;
    }
    const value = lowerExpression(l, test);
    const then = inBlock(l, () => lowerStatement(l, consequent));
    const rest: Statement[] = [];
    emit(l, { op: 'if', condition: value, then, else: rest, at: spanOf(current) });
    l.out = rest;
    if (alternate?.type !== 'IfStatement' || isTooDeep(l)) {
      if (alternate !== null) lowerStatement(l, alternate);
      break;
    }
    current = alternate;
  }
  l.out = outside;
  l.depth = depth;
}

function lowerConjunction(l: Lowering, node: ES.LogicalExpression, consequent: Node): void {
  const tests: Node[] = [node.right];
  let rest: Node = unwrap(node.left);
  while (rest.type === 'LogicalExpression' && rest.operator === '&&') {
    tests.unshift(rest.right);
    rest = unwrap(rest.left);
  }
  tests.unshift(rest);
  const outside = l.out;
  for (const [i, test] of tests.entries()) {
    const condition = lowerExpression(l, test);
    const then: Statement[] = [];
    emit(l, { op: 'if', condition, then, else: [], at: spanOf(test) });
    l.out = then;
    if (i === tests.length - 1) lowerStatement(l, consequent);
  }
  l.out = outside;
}

function lowerTry(l: Lowering, node: ES.TryStatement): void {
  const body = inBlock(l, () => lowerStatement(l, node.block));
  const handlers = node.handler === null ? [] : [lowerHandler(l, node.handler)];
  const final = inBlock(l, () => {
    if (node.finalizer !== null) lowerStatement(l, node.finalizer);
  });
  emit(l, { op: 'try', body, handlers, finally: final, at: spanOf(node) });
}

function lowerHandler(l: Lowering, node: ES.CatchClause): { readonly parameter?: string; readonly body: Block } {
  return inScope(l, node, () => {
    if (node.param === null) return { body: inBlock(l, () => lowerStatement(l, node.body)) };
    const { param } = node;
    const parameter = boundName(l, param);
    const body = inBlock(l, () => {
      bindFrom(l, param, parameter);
      lowerStatement(l, node.body);
    });
    return { parameter, body };
  });
}

/** The name that a loop or handler binds: the variable itself when it is kept in a local, else a temporary. */
export function boundName(l: Lowering, pattern: Node): string {
  const variable = pattern.type === 'Identifier' ? lookUp(l.scope, pattern.name) : undefined;
  const isOwn = variable !== undefined && variable.owner === l.fn && !variable.isModuleLevel;
  return isOwn && (!variable.isCaptured || hasLocalCopy(l, variable)) ? variable.irName : temporary(l);
}

/** What is left to do once `name`, from `boundName`, holds the value: take it apart, or store it for closures. */
export function bindFrom(l: Lowering, pattern: Node, name: string, mode: 'initialise' | 'assign' = 'initialise'): void {
  if (name.startsWith('%')) return bindPattern(l, pattern, local(name), mode, spanOf(pattern));
  const variable = pattern.type === 'Identifier' ? lookUp(l.scope, pattern.name) : undefined;
  const place = variable === undefined ? undefined : placeOfVariable(l.file.facts.file, variable);
  if (place !== undefined) emit(l, { op: 'store', place, value: local(name), how: 'initialise', at: spanOf(pattern) });
}

function lowerLabelled(l: Lowering, node: ES.LabeledStatement): void {
  switch (node.body.type) {
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement': return lowerStatement(l, node.body, node.label.name);
    default: {
      const body = inBlock(l, () => lowerStatement(l, node.body));
      emit(l, { op: 'label', label: node.label.name, body, at: spanOf(node) });
    }
  }
}

function lowerSwitch(l: Lowering, node: ES.SwitchStatement): void {
  const subject = lowerExpression(l, node.discriminant);
  inScope(l, node, () => {
    const tests = node.cases.map((c) => (c.test === null ? [] : [lowerExpression(l, c.test)]));
    const cases = node.cases.map((c, i) => {
      const body = [...inBlock(l, () => lowerStatements(l, c.consequent))];
      const last = body.at(-1);
      const isBroken = last?.op === 'break' && last.label === undefined;
      if (isBroken) body.pop();
      return { tests: tests[i] ?? [], body, fallsThrough: !isBroken && !endsAbruptly(body) };
    });
    emit(l, { op: 'switch', subject, cases, at: spanOf(node) });
  });
}

/** Whether control never reaches the end of the block. */
function endsAbruptly(block: Block): boolean {
  const last = block.at(-1);
  switch (last?.op) {
    case 'return':
    case 'throw':
    case 'continue':
    case 'break': return true;
    case 'if': return endsAbruptly(last.then) && endsAbruptly(last.else);
    default: return false;
  }
}
