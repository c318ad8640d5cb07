/** Patterns: `instanceof T t`, record patterns, and the tests of `case`. A test gives a boolean; bindings are locals. */
import type { Callee, Operand, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { calleeOf } from './calls.js';
import { unknown, type FunctionContext, type Value } from './context.js';
import { compute, lowerOptional } from './expressions.js';
import { BOOLEAN, spanOf, typeRefOf } from './types.js';

/** `value instanceof T`, with or without a pattern. */
export function lowerInstanceof(f: FunctionContext, node: SyntaxNode): Value {
  const tested = lowerOptional(f, node.child('left'));
  const pattern = node.child('pattern');
  if (pattern !== undefined) return { operand: testPattern(f, pattern, tested.operand), type: BOOLEAN };
  const type = typeRefOf(node.child('right'), f.scope);
  const test = testType(f, tested.operand, type, node);
  const name = node.child('name');
  if (name !== undefined) bind(f, name, tested.operand, type);
  return { operand: test, type: BOOLEAN };
}

/** Tests a pattern and binds its variables; the bindings are made whatever the test gives. */
export function testPattern(f: FunctionContext, pattern: SyntaxNode, tested: Operand): Operand {
  switch (pattern.type) {
    case 'pattern': {
      const [inner] = pattern.namedChildren;
      return inner === undefined ? unknown(f, pattern, [tested]).operand : testPattern(f, inner, tested);
    }
    case 'type_pattern': return testTypePattern(f, pattern, tested);
    case 'record_pattern': return f.file.nested(() => testRecordPattern(f, pattern, tested), () => unknown(f, pattern, [tested]).operand);
    default: return unknown(f, pattern, [tested]).operand;
  }
}

function testType(f: FunctionContext, tested: Operand, type: TypeRef | undefined, node: SyntaxNode): Operand {
  const name = type?.name ?? '?';
  const isOwn = f.file.project.typeOf(name) !== undefined;
  return compute(f, 'instanceof', [tested, isOwn ? { kind: 'type', type: name } : { kind: 'symbol', name }], spanOf(node));
}

/** `T name` */
function testTypePattern(f: FunctionContext, pattern: SyntaxNode, tested: Operand): Operand {
  const parts = pattern.namedChildren.filter((child) => child.type !== 'modifiers');
  const type = typeRefOf(parts[0], f.scope);
  const test = type === undefined ? ({ kind: 'constant', value: true } as const) : testType(f, tested, type, pattern);
  const name = parts[1];
  if (name !== undefined) bind(f, name, tested, type);
  return test;
}

/** `Point(int x, var y)`: the components are read through their accessors. */
function testRecordPattern(f: FunctionContext, pattern: SyntaxNode, tested: Operand): Operand {
  const [head, body] = pattern.namedChildren;
  const type = typeRefOf(head, f.scope);
  const test = testType(f, tested, type, pattern);
  const components = body?.namedChildren ?? [];
  if (type === undefined || components.length === 0) return test;
  const declared = f.file.project.typeOf(type.name)?.declaration.fields.filter((field) => !field.isStatic) ?? [];
  const result = f.builder.temporary();
  f.builder.assign(result, test, spanOf(pattern));
  const then = f.builder.block(() => {
    const record = f.builder.produce((to) => ({ op: 'move', to, from: tested, type, at: spanOf(pattern) }));
    components.forEach((component, i) => {
      const inner = testComponent(f, component, record, type, declared[i]?.name ?? `component${i + 1}`, declared[i]?.type);
      if (inner !== undefined) f.builder.emit({ op: 'move', to: result, from: inner, at: spanOf(component) });
    });
  });
  f.builder.emit({ op: 'if', condition: { kind: 'local', name: result }, then, else: [], at: spanOf(pattern) });
  return { kind: 'local', name: result };
}

/** Binds one component; a nested pattern or a narrower type gives a test. */
function testComponent(
  f: FunctionContext, component: SyntaxNode, record: Operand, type: TypeRef, name: string, declared: TypeRef | undefined,
): Operand | undefined {
  const at = spanOf(component);
  if (component.type === 'underscore_pattern' || component.namedChildren[0]?.type === 'underscore_pattern') return undefined;
  const accessor = f.file.project.members.methods(type, name).find((m) => m.method.signature.parameters.length === 0);
  const callee: Callee = accessor === undefined ? { kind: 'method', receiver: record, name, type } : calleeOf(accessor, record, type);
  const value = f.builder.produce((to) => ({ op: 'call', to, callee, args: [], at }));
  if (component.type === 'record_pattern') return testPattern(f, component, value);
  const parts = component.namedChildren;
  const variable = parts.at(-1);
  const written = parts.length > 1 ? typeRefOf(parts[0], f.scope) : undefined;
  if (variable !== undefined) bind(f, variable, value, written ?? declared);
  const isNarrower = written !== undefined && written.name.includes('.') && written.name !== declared?.name;
  return isNarrower ? testType(f, value, written, component) : undefined;
}

/** Declares the pattern's variable as another name for the value. */
function bind(f: FunctionContext, name: SyntaxNode, value: Operand, type: TypeRef | undefined): void {
  if (name.type === 'underscore_pattern' || name.text === '_') return;
  const variable = f.builder.declare(name.text, type);
  f.builder.emit({ op: 'move', to: variable, from: value, ...(type === undefined ? {} : { type }), at: spanOf(name) });
}
