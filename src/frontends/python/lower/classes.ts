/** Class bodies: methods, static fields, written constructors. */
import type { FunctionSignature, Operand, TypeId } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { scopeNames } from '../bindings.js';
import { hasStaticCode, recordConstructor } from '../declarations.js';
import { isRecord, isRecordField, recordFields, type RecordField } from '../records.js';
import { spanOf } from '../syntax.js';
import { buildFunction, compute, local, unknown, when, type FunctionContext } from './context.js';
import { emitCall } from './calls.js';
import { lowerExpression } from './expressions.js';
import { applyDecorator, decoratorsInRepository } from './functions.js';
import { writeName } from './names.js';
import { lowerStatement } from './statements.js';

/** `class C(…): …`: the body is lowered and the class goes to its name. */
export function lowerClass(f: FunctionContext, node: SyntaxNode): void {
  const id = f.file.outline.classAt.get(node.start);
  const name = node.child('name')?.text;
  if (id === undefined || name === undefined) return void unknown(f, node);
  lowerClassBody(f, node, id);
  // The name keeps standing for the class: a class decorator that returns another one is rare, one that registers it is not.
  for (const decorator of decoratorsInRepository(f, node)) applyDecorator(f, lowerExpression(f, decorator), { kind: 'type', type: id }, node);
  if (f.kind === 'class') return;
  writeName(f, name, { kind: 'type', type: id }, 'assign', spanOf(node.child('name') ?? node));
}

function lowerClassBody(f: FunctionContext, node: SyntaxNode, id: TypeId): void {
  const body = node.child('body');
  const at = spanOf(node.child('name') ?? node);
  const signature = bodySignature(id, at);
  const names = scopeNames(body?.children ?? [], f.file.outline);
  buildFunction({ file: f.file, kind: 'class', names, type: id, parent: f, isAsync: false }, signature, (inner) => {
    const record = isRecord(f.file.project, f.file.file, node, id);
    for (const statement of body?.namedChildren ?? []) if (!record || !isRecordField(statement)) lowerStatement(inner, statement);
    if (record) lowerConstructor(inner, node, id);
  });
  const lowered = f.file.bodies.get(signature.id);
  if (!hasStaticCode(node) && lowered?.body.length === 0) f.file.bodies.delete(signature.id);
}

function bodySignature(id: TypeId, at: FunctionSignature['at']): FunctionSignature {
  return {
    id: `${id}.<static>`, name: `${id.slice(id.lastIndexOf('#') + 1)}.<static>`, parameters: [], owner: id, isStatic: true, isAsync: false, isGenerator: false,
    isConstructor: false, isAbstract: false, isPrivate: true, annotations: [], at,
  };
}

/** Each field gets its parameter, or the default. */
function lowerConstructor(f: FunctionContext, node: SyntaxNode, id: TypeId): void {
  const { project, file } = f.file;
  const names = scopeNames([], f.file.outline);
  buildFunction({ file: f.file, kind: 'function', names, type: id, parent: f, isAsync: false }, recordConstructor(project, file, node, id), (inner) => {
    for (const field of recordFields(project, file, node)) storeField(inner, field);
  });
}

function storeField(f: FunctionContext, { parameter, value, isFactory }: RecordField): void {
  const { name, at } = parameter;
  if (value !== undefined && value.type !== 'none') {
    const isNull = compute(f, 'is-null', [local(name)], at);
    when(f, isNull, at, () => f.builder.assign(name, isFactory ? made(f, value) : lowerExpression(f, value), at));
  }
  f.builder.emit({ op: 'store', place: { kind: 'field', object: { kind: 'this' }, field: name }, value: local(name), how: 'initialise', at });
}

/** What a factory makes. */
function made(f: FunctionContext, factory: SyntaxNode): Operand {
  const at = spanOf(factory);
  const value = lowerExpression(f, factory);
  if (value.kind === 'type') return f.builder.produce((to) => ({ op: 'new', to, type: { name: value.type, args: [] }, args: [], at }));
  return emitCall(f, value.kind === 'symbol' ? { kind: 'symbol', name: value.name } : { kind: 'value', value }, [], at);
}
