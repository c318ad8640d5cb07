/** Heads of functions: parameters, annotations, what kind of function it is. */
import type { Annotation, FunctionId, FunctionSignature, Parameter, TypeId } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { isAsync, scopeNames } from './bindings.js';
import { entityOfDotted, fileOfType, lineage, type Repository } from './entities.js';
import type { FileOutline } from './model.js';
import { accessorKind, methodKind, receiverName } from './outline.js';
import { decoratorName, decoratorsOf, spanOf, unwrap } from './syntax.js';
import { constantOf } from './text.js';
import { typeRefOf } from './types.js';

/** Where a function stands. */
export interface Place {
  /** The class whose method it is. */
  readonly owner?: TypeId;
  readonly enclosing?: FunctionId;
}

/** A parameter with the syntax of its default value. */
export interface PythonParameter {
  readonly parameter: Parameter;
  readonly value?: SyntaxNode;
}

/** The head of the function or lambda `node`. */
export function signatureOf(repository: Repository, outline: FileOutline, node: SyntaxNode, { owner, enclosing }: Place): FunctionSignature | undefined {
  const id = outline.functionAt.get(node.start);
  if (id === undefined) return undefined;
  const simple = node.child('name')?.text ?? '<lambda>';
  const accessor = owner === undefined ? undefined : accessorKind(node);
  const kind = owner === undefined ? 'static' : methodKind(node);
  const isConstructor = owner !== undefined && simple === '__init__';
  const annotations = decoratorsOf(node).flatMap((decorator) => annotationOf(repository, outline.file, decorator) ?? []);
  const shown = isConstructor ? '<constructor>' : simple;
  const end = node.child('return_type') ?? node.child('parameters') ?? node.child('name') ?? node;
  return {
    id: isConstructor ? id.replace(/__init__(?=(?:\$\d+)?$)/, '<constructor>') : accessor === undefined ? id : accessorId(id, accessor),
    name: owner === undefined ? shown : `${owner.slice(owner.lastIndexOf('#') + 1)}.${shown}`,
    parameters: parametersOf(repository, outline.file, node, kind).map((p) => p.parameter),
    returns: typeRefOf(repository, outline.file, node.child('return_type')),
    ...(owner === undefined ? {} : { owner }), ...(enclosing === undefined ? {} : { enclosing }),
    isStatic: owner !== undefined && kind !== 'instance', isAsync: isAsync(node), isGenerator: isGenerator(node), isConstructor,
    isAbstract: annotations.some((annotation) => /(?:^|\.)abstract(?:method|property|classmethod|staticmethod)$/.test(annotation.name)),
    isPrivate: owner !== undefined && simple.startsWith('__') && !simple.endsWith('__'),
    ...(accessor === undefined ? {} : { accessor }), annotations, at: { start: node.start, end: end.end },
  };
}

function accessorId(id: FunctionId, accessor: 'get' | 'set'): FunctionId {
  const dot = id.lastIndexOf('.');
  return `${id.slice(0, dot + 1)}${accessor}_${id.slice(dot + 1).replace(/\$\d+$/, '')}`;
}

function isGenerator(node: SyntaxNode): boolean {
  const body = node.child('body');
  return body !== undefined && scopeNames([body], { functionAt: new Map(), classAt: new Map() }).yields;
}

/** The parameters that callers fill: without the receiver. */
export function parametersOf(repository: Repository, file: string, node: SyntaxNode, kind: 'instance' | 'class' | 'static'): readonly PythonParameter[] {
  const receiver = receiverName(node, kind);
  const nodes = node.child('parameters')?.namedChildren ?? [];
  const own = receiver === undefined ? nodes : nodes.slice(1);
  return own.flatMap((parameter) => parameterOf(repository, file, parameter) ?? []);
}

function parameterOf(repository: Repository, file: string, node: SyntaxNode): PythonParameter | undefined {
  const value = node.child('value');
  const type = typeRefOf(repository, file, node.child('type'));
  const inner = node.child('name') ?? (node.type === 'typed_parameter' ? node.namedChildren[0] : node);
  if (inner === undefined) return undefined;
  const rest = inner.type === 'list_splat_pattern' ? 'list' : inner.type === 'dictionary_splat_pattern' ? 'map' : undefined;
  const name = rest === undefined ? inner : inner.namedChildren[0];
  if (name?.type !== 'identifier') return undefined;
  return {
    parameter: {
      name: name.text, ...(type === undefined || rest !== undefined ? {} : { type }), ...(rest === undefined ? {} : { rest }),
      ...(value === undefined ? {} : { optional: true, hasDefault: true }), annotations: [], at: spanOf(node),
    },
    ...(value === undefined ? {} : { value }),
  };
}

/** A decorator by the resolved name of what it calls, with its literal arguments. */
export function annotationOf(repository: Repository, file: string, decorator: SyntaxNode): Annotation | undefined {
  const written = decoratorName(decorator);
  if (written === undefined) return undefined;
  const call = unwrap(decorator);
  const nodes = call.type === 'call' ? (call.child('arguments')?.namedChildren ?? []) : [];
  const args = nodes.flatMap((node) => {
    const isNamed = node.type === 'keyword_argument';
    const value = constantOf(isNamed ? node.child('value') : node);
    const name = isNamed ? node.child('name')?.text : undefined;
    return value === undefined ? [] : [{ ...(name === undefined ? {} : { name }), value }];
  });
  return { name: resolvedName(repository, file, written), args, at: spanOf(decorator) };
}

function resolvedName(repository: Repository, file: string, written: string): string {
  const entity = entityOfDotted(repository, file, written);
  switch (entity?.kind) {
    case 'symbol': return entity.name;
    case 'class':
    case 'function': return entity.id;
    default: return written;
  }
}

/** Names of base classes, resolved, with the repository's classes above first found. */
export function basesOf(repository: Repository, id: TypeId): readonly string[] {
  const file = fileOfType(id);
  const around = id.slice(0, id.lastIndexOf('.') + 1);
  return (repository.classOf(id)?.bases ?? []).map((base) => {
    const sibling = `${around}${base}`;
    if (around.includes('#') && repository.classOf(sibling) !== undefined) return sibling;
    const entity = entityOfDotted(repository, file, base);
    return entity?.kind === 'class' ? entity.id : entity?.kind === 'symbol' ? entity.name : base;
  });
}

/** Library classes at or above `id`, by name. */
export function libraryBases(repository: Repository, id: TypeId): readonly string[] {
  return lineage(repository, id).flatMap((type) => basesOf(repository, type.id)).filter((base) => repository.classOf(base) === undefined);
}
