/** `try`, `catch`, `finally` and resources. */
import type { Block, Try } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import type { FunctionContext, Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { blockOf, lowerBlock } from './statements.js';
import { declaredType, simpleType, spanOf, typeRefOf } from './types.js';

export function lowerTry(f: FunctionContext, node: SyntaxNode): void {
  const body = blockOf(f, node.child('body'));
  f.builder.emit({ op: 'try', body, ...clausesOf(f, node), at: spanOf(node) });
}

/** Each resource is closed in a `finally` of its own, before the statement's `catch` and `finally` clauses. */
export function lowerTryWithResources(f: FunctionContext, node: SyntaxNode): void {
  const resources = node.child('resources')?.childrenOfType('resource') ?? [];
  const lowerAll = (): void => f.builder.scoped(() => lowerResources(f, resources, 0, node));
  const clauses = node.childrenOfType('catch_clause', 'finally_clause');
  if (clauses.length === 0) {
    lowerAll();
    return;
  }
  const body = f.builder.block(lowerAll);
  f.builder.emit({ op: 'try', body, ...clausesOf(f, node), at: spanOf(node) });
}

function lowerResources(f: FunctionContext, resources: readonly SyntaxNode[], index: number, node: SyntaxNode): void {
  const resource = resources[index];
  if (resource === undefined) {
    const body = node.child('body');
    if (body !== undefined) lowerBlock(f, body);
    return;
  }
  const at = spanOf(resource);
  const opened = openResource(f, resource);
  const body = f.builder.block(() => lowerResources(f, resources, index + 1, node));
  const type = opened.type === undefined ? {} : { type: opened.type };
  const close: Block = [{ op: 'call', callee: { kind: 'method', receiver: opened.operand, name: 'close', ...type }, args: [], at }];
  f.builder.emit({ op: 'try', body, handlers: [], finally: close, at });
}

/** `T r = open()`, or a variable that is open already. */
function openResource(f: FunctionContext, resource: SyntaxNode): Value {
  const name = resource.child('name');
  if (name === undefined) return lowerOptional(f, resource.namedChildren[0]);
  const declared = declaredType(resource, f.scope, resource);
  const value = resource.child('value');
  const opened = value === undefined ? undefined : lowerExpression(f, value, declared);
  const type = declared ?? opened?.type;
  const variable = f.builder.declare(name.text, type);
  if (opened !== undefined) f.builder.assign(variable, opened.operand, spanOf(resource));
  return { operand: { kind: 'local', name: variable }, type };
}

function clausesOf(f: FunctionContext, node: SyntaxNode): Pick<Try, 'handlers' | 'finally'> {
  const handlers = node.childrenOfType('catch_clause').map((clause) => f.builder.scoped(() => handlerOf(f, clause)));
  const block = node.childOfType('finally_clause')?.childOfType('block');
  return { handlers, finally: block === undefined ? [] : blockOf(f, block) };
}

function handlerOf(f: FunctionContext, clause: SyntaxNode): Try['handlers'][number] {
  const parameter = clause.childOfType('catch_formal_parameter');
  const types = parameter?.childOfType('catch_type')?.namedChildren ?? [];
  // Several alternatives have no type in common that the source names.
  const type = types.length === 1 ? typeRefOf(types[0], f.scope) : undefined;
  const name = parameter?.child('name');
  const variable = name === undefined ? undefined : f.builder.declare(name.text, type ?? simpleType('java.lang.Throwable'));
  const body = blockOf(f, clause.child('body'));
  return { ...(variable === undefined ? {} : { parameter: variable }), ...(type === undefined ? {} : { type }), body };
}
