/** Type syntax to `TypeRef`s. */
import type { TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { resolveTypeName, type NameScope } from './names.js';
import { dottedName } from './syntax.js';

/** A type without arguments. */
export function simpleType(name: string): TypeRef {
  return { name, args: [] };
}

export const STRING = simpleType('System.String');
export const OBJECT = simpleType('System.Object');
export const VOID = simpleType('void');
export const BOOLEAN = simpleType('System.Boolean');
export const INT = simpleType('System.Int32');

const KEYWORDS: ReadonlyMap<string, TypeRef> = new Map(Object.entries({
  bool: 'Boolean', byte: 'Byte', sbyte: 'SByte', char: 'Char', decimal: 'Decimal', double: 'Double', float: 'Single', int: 'Int32', uint: 'UInt32',
  nint: 'IntPtr', nuint: 'UIntPtr', long: 'Int64', ulong: 'UInt64', short: 'Int16', ushort: 'UInt16', object: 'Object', string: 'String',
}).map(([keyword, name]): readonly [string, TypeRef] => [keyword, simpleType(`System.${name}`)]).concat([['void', VOID]]));

/** The type that a keyword names. */
export function keywordType(word: string): TypeRef | undefined {
  return KEYWORDS.get(word);
}

export function arrayOf(element: TypeRef): TypeRef {
  return { name: 'array', args: [element] };
}

/** The type that `node` writes; nothing for `var` and `dynamic`. */
export function typeRefOf(node: SyntaxNode | undefined, scope: NameScope, depth = 0): TypeRef | undefined {
  if (node === undefined || depth > MAX_DEPTH) return undefined;
  switch (node.type) {
    case 'predefined_type': return keywordType(node.text) ?? simpleType(node.text);
    case 'implicit_type': return undefined;
    case 'identifier': return node.text === 'dynamic' || node.text === 'var' ? undefined : simpleType(resolveTypeName(dottedName(node), scope, 0));
    case 'generic_name':
    case 'qualified_name':
    case 'alias_qualified_name': return namedType(node, scope, depth);
    case 'nullable_type': return typeRefOf(node.child('type') ?? node.namedChildren[0], scope, depth + 1);
    case 'array_type': return arrayOf(typeRefOf(node.child('type'), scope, depth + 1) ?? OBJECT);
    case 'ref_type':
    case 'scoped_type': return typeRefOf(node.child('type'), scope, depth + 1);
    case 'tuple_type': {
      const elements = node.childrenOfType('tuple_element');
      return { name: 'System.ValueTuple', args: elements.map((element) => typeRefOf(element.child('type'), scope, depth + 1) ?? OBJECT) };
    }
    default: return simpleType(node.text.replaceAll(/\s+/gu, ''));
  }
}

const MAX_DEPTH = 40;

function namedType(node: SyntaxNode, scope: NameScope, depth: number): TypeRef {
  const generic = node.type === 'generic_name' ? node : node.child('name');
  const args = (generic?.type === 'generic_name' ? generic.childOfType('type_argument_list')?.namedChildren : undefined) ?? [];
  const name = resolveTypeName(dottedName(node), scope, args.length);
  return { name, args: args.map((arg) => typeRefOf(arg, scope, depth + 1) ?? OBJECT) };
}

/** The type arguments that a name writes. */
export function typeArguments(node: SyntaxNode | undefined, scope: NameScope): readonly TypeRef[] {
  const list = node?.type === 'generic_name' ? node.childOfType('type_argument_list') : undefined;
  return (list?.namedChildren ?? []).map((arg) => typeRefOf(arg, scope) ?? OBJECT);
}

/** Replaces type parameters by what they stand for. */
export function substitute(type: TypeRef, bindings: ReadonlyMap<string, TypeRef>): TypeRef {
  if (bindings.size === 0) return type;
  if (type.args.length === 0) return bindings.get(type.name) ?? type;
  return { name: type.name, args: type.args.map((arg) => substitute(arg, bindings)) };
}

/** What the parameters of a generic declaration stand for in `type`. */
export function bindingsOf(parameters: readonly string[], type: TypeRef): ReadonlyMap<string, TypeRef> {
  if (parameters.length !== type.args.length) return new Map();
  return new Map(parameters.map((name, i) => [name, limited(type.args[i]!)]));
}

const MAX_ARGUMENT_DEPTH = 4;
const MAX_ARGUMENTS = 8;

/** `type` with bounded type arguments: substituting types into types could otherwise make them grow without end. */
export function limited(type: TypeRef, depth = MAX_ARGUMENT_DEPTH): TypeRef {
  if (type.args.length === 0) return type;
  if (depth === 0 || type.args.length > MAX_ARGUMENTS) return simpleType(type.name);
  return { name: type.name, args: type.args.map((arg) => limited(arg, depth - 1)) };
}

const TASKS = new Set(['System.Threading.Tasks.Task', 'System.Threading.Tasks.ValueTask', 'Task', 'ValueTask']);

/** What awaiting a value of the type gives. */
export function awaitedType(type: TypeRef | undefined): TypeRef | undefined {
  if (type === undefined || !TASKS.has(type.name)) return undefined;
  return type.args[0] ?? VOID;
}

/** A task of `type`. */
export function taskOf(type: TypeRef): TypeRef {
  return { name: 'System.Threading.Tasks.Task', args: [type] };
}
