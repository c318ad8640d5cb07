/**
 * The ESTree dialect that the lowering reads: what oxc-parser gives, and ESLint's parsers give nearly the same. Only this file
 * knows how a tree is walked without knowing its node types.
 */
import type * as ES from 'oxc-parser';
import type { Span } from '../../ir/index.js';

export type { ES };
export type Node = ES.Node;
export type FunctionNode = ES.Function | ES.ArrowFunctionExpression;
export type ClassNode = ES.Class;
export type PropertyNode = ES.MethodDefinition | ES.PropertyDefinition | ES.AccessorProperty;

/** oxc and espree write `start` and `end`, typescript-estree only `range`. */
export function spanOf(node: { readonly start?: number; readonly end?: number }): Span {
  const { range } = node as { readonly range?: readonly [number, number] };
  return { start: node.start ?? range?.[0] ?? 0, end: node.end ?? range?.[1] ?? 0 };
}

/** Keys that hold no evaluated children: positions, back links, and everything of the type level. */
const SKIPPED = new Set([
  'type', 'start', 'end', 'range', 'loc', 'parent', 'tokens', 'comments', 'typeAnnotation', 'typeParameters', 'typeArguments',
  'superTypeArguments', 'superTypeParameters', 'returnType', 'implements', 'regex', 'hashbang',
]);

/** The nodes below `node` in source order, types left out. */
export function childNodes(node: Node): Node[] {
  const found: Node[] = [];
  for (const [key, value] of Object.entries(node as unknown as Record<string, unknown>)) {
    if (SKIPPED.has(key)) continue;
    // No spread: a table may have more elements than a call may have arguments.
    if (Array.isArray(value)) for (const item of value) addNode(found, item);
    else addNode(found, value);
  }
  return found;
}

function addNode(found: Node[], value: unknown): void {
  const isNode = typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
  if (isNode) found.push(value as Node);
}

export function isFunction(node: Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** The expression inside casts, assertions and parentheses, which leave no trace at run time. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSNonNullExpression':
      case 'TSInstantiationExpression':
      case 'ParenthesizedExpression':
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** The string that `node` evaluates to when that is plain from the syntax. */
export function literalString(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name of a property, as far as it is fixed: `a.x`, `a['x']`, `a.#x`, `a[Symbol.iterator]`, which is called `[Symbol.iterator]` as its function is. */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!computed) {
    if (key.type === 'Identifier') return key.name;
    if (key.type === 'Literal' && key.value !== null) return String(key.value);
  }
  if (key.type === 'MemberExpression' && !key.computed && key.object.type === 'Identifier' && key.object.name === 'Symbol') {
    return key.property.type === 'Identifier' ? `[Symbol.${key.property.name}]` : undefined;
  }
  return literalString(key);
}

/** The name that an `import`, `export` or enum uses, be it an identifier or a string. */
export function moduleName(node: ES.ModuleExportName): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** The last name of what a call calls: `f` for `f()` and `a.f()`. */
export function calledName(node: Node): string | undefined {
  const call = unwrap(node);
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  if (callee?.type === 'Identifier') return callee.name;
  return callee?.type === 'MemberExpression' ? keyName(callee.property, callee.computed) : undefined;
}

/** The specifier of `require('x')`, also through the wrappers that compilers put around it. */
export function requiredModule(node: Node): string | undefined {
  const call = unwrap(node);
  if (call.type !== 'CallExpression') return undefined;
  const [argument] = call.arguments;
  if (argument === undefined) return undefined;
  const name = calledName(call);
  if (name === 'require' && unwrap(call.callee).type === 'Identifier') return literalString(argument);
  if (name === '__importStar' || name === '__importDefault') return requiredModule(argument);
  return undefined;
}

/** The specifier of `import('x')`. */
export function importedModule(node: Node): string | undefined {
  return node.type === 'ImportExpression' ? literalString(node.source) : undefined;
}
