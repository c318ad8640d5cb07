/** `try`, `catch`, `finally` and `using`. */
import type { Block, Try } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { compute, local, type FunctionContext, type Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { blockOf, lowerVariables } from './statements.js';
import { firstPart, hasToken, nameText, parts, spanOf } from './syntax.js';
import { simpleType, typeRefOf } from './types.js';

export function lowerTry(f: FunctionContext, node: SyntaxNode): void {
  const body = blockOf(f, node.child('body'));
  const handlers = node.childrenOfType('catch_clause').map((clause) => f.builder.scoped(() => handlerOf(f, clause)));
  const block = node.childOfType('finally_clause')?.childOfType('block');
  f.builder.emit({ op: 'try', body, handlers, finally: block === undefined ? [] : blockOf(f, block), at: spanOf(node) });
}

function handlerOf(f: FunctionContext, clause: SyntaxNode): Try['handlers'][number] {
  const declaration = clause.childOfType('catch_declaration');
  const type = typeRefOf(declaration?.child('type'), f.scope);
  const name = declaration?.child('name');
  const parameter = name === undefined ? undefined : f.builder.declare(nameText(name), type ?? simpleType('System.Exception'));
  const body = f.builder.block(() => {
    const filter = clause.childOfType('catch_filter_clause');
    if (filter !== undefined) goOnUnless(f, filter);
    for (const statement of blockOf(f, clause.child('body'))) f.builder.emit(statement);
  });
  return { ...(parameter === undefined ? {} : { parameter }), ...(type === undefined ? {} : { type }), body };
}

/** `when (c)`: where c does not hold, the exception goes on. */
function goOnUnless(f: FunctionContext, filter: SyntaxNode): void {
  const at = spanOf(filter);
  const holds = lowerOptional(f, firstPart(filter)).operand;
  const then: Block = [{ op: 'throw', at }];
  f.builder.emit({ op: 'if', condition: compute(f, '!', [holds], at), then, else: [], at });
}

/** `using (var r = Open()) …` */
export function lowerUsing(f: FunctionContext, node: SyntaxNode): void {
  f.builder.scoped(() => {
    const declaration = node.childOfType('variable_declaration');
    const expression = parts(node).find((child) => child.field !== 'body');
    const resources: readonly Value[] = declaration !== undefined ? lowerVariables(f, declaration) : expression === undefined ? [] : [lowerExpression(f, expression)];
    disposed(f, resources, hasToken(node, 'await'), node, () => {
      for (const statement of blockOf(f, node.child('body'))) f.builder.emit(statement);
    });
  });
}

/** `body`, after which the resources are disposed of, the last first. */
export function disposed(f: FunctionContext, resources: readonly Value[], isAsync: boolean, node: SyntaxNode, body: () => void): void {
  const [resource, ...others] = resources;
  if (resource === undefined) {
    body();
    return;
  }
  const at = spanOf(firstPart(node) ?? node);
  const block = f.builder.block(() => disposed(f, others, isAsync, node, body));
  const type = resource.type === undefined ? {} : { type: resource.type };
  const callee = { kind: 'method', receiver: resource.operand, name: isAsync ? 'DisposeAsync' : 'Dispose', ...type } as const;
  const to = isAsync ? f.builder.temporary() : undefined;
  const close: Block = to === undefined ? [{ op: 'call', callee, args: [], at }]
    : [{ op: 'call', to, callee, args: [], at }, { op: 'suspend', why: 'dispose', value: local(to), at }];
  f.builder.emit({ op: 'try', body: block, handlers: [], finally: close, at });
}
