/** Patterns of `is`, `case` and switch expressions. A test gives a boolean; what a pattern binds are locals. */
import type { Operand, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { bindTuple } from './assignments.js';
import { compute, unknown, type FunctionContext, type Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { findTypeName } from './names.js';
import { fieldOfValue } from './qualifiers.js';
import { elementType } from './library-types.js';
import { dottedName, firstPart, nameText, parts, plainName, spanOf } from './syntax.js';
import { typeRefOf } from './types.js';
import { findVariable, readVariable } from './variables.js';

const TRUE: Operand = { kind: 'constant', value: true };

/** Whether `value` matches, as an operand. */
export function testPattern(f: FunctionContext, node: SyntaxNode, value: Value): Operand {
  return f.file.nested(() => test(f, node, value), () => unknown(f, node).operand);
}

function test(f: FunctionContext, node: SyntaxNode, value: Value): Operand {
  const at = spanOf(node);
  switch (node.type) {
    case 'discard': return TRUE;
    case 'constant_pattern': return testConstant(f, firstPart(node) ?? node, value);
    case 'declaration_pattern': return testDeclaration(f, node, value);
    case 'var_pattern': {
      bind(f, node, value, value.type);
      return TRUE;
    }
    case 'type_pattern': return testType(f, typeRefOf(node.child('type') ?? firstPart(node), f.scope), value, node);
    case 'recursive_pattern': return testRecursive(f, node, value);
    case 'parenthesized_pattern': return testFirst(f, node, value);
    case 'negated_pattern': return compute(f, '!', [testFirst(f, node, value)], at);
    case 'and_pattern': return testBoth(f, node, value, '&&');
    case 'or_pattern': return testBoth(f, node, value, '||');
    case 'relational_pattern': {
      const bound = lowerOptional(f, firstPart(node)).operand;
      return compute(f, node.children[0]?.text ?? '<', [value.operand, bound], at);
    }
    case 'list_pattern': return testList(f, node, value);
    default: return testConstant(f, node, value);
  }
}

function testFirst(f: FunctionContext, node: SyntaxNode, value: Value): Operand {
  const inner = node.child('pattern') ?? firstPart(node);
  return inner === undefined ? TRUE : testPattern(f, inner, value);
}

function testBoth(f: FunctionContext, node: SyntaxNode, value: Value, operator: '&&' | '||'): Operand {
  const left = node.child('left');
  const right = node.child('right');
  const tests = [left, right].flatMap((side) => (side === undefined ? [] : [testPattern(f, side, value)]));
  return compute(f, operator, tests, spanOf(node));
}

/** A constant; the grammar takes the name of a type for one. */
function testConstant(f: FunctionContext, node: SyntaxNode, value: Value): Operand {
  const isName = node.type === 'identifier' || node.type === 'generic_name';
  if (isName && findVariable(f, plainName(nameText(node))) === undefined && findTypeName(dottedName(node), f.scope) !== undefined) {
    return testType(f, typeRefOf(node, f.scope), value, node);
  }
  const constant = lowerExpression(f, node, value.type).operand;
  const isNull = constant.kind === 'constant' && constant.value === null;
  return isNull ? compute(f, 'is-null', [value.operand], spanOf(node)) : compute(f, '==', [value.operand, constant], spanOf(node));
}

function testType(f: FunctionContext, type: TypeRef | undefined, value: Value, node: SyntaxNode): Operand {
  return compute(f, `is ${type?.name ?? '?'}`, [value.operand], spanOf(node));
}

function testDeclaration(f: FunctionContext, node: SyntaxNode, value: Value): Operand {
  const type = typeRefOf(node.child('type'), f.scope);
  const result = type === undefined ? TRUE : testType(f, type, value, node);
  bind(f, node, value, type ?? value.type);
  return result;
}

/** Declares what a pattern calls the value, or its parts. */
function bind(f: FunctionContext, node: SyntaxNode, value: Value, type: TypeRef | undefined): void {
  const name = node.child('name');
  const designation = node.childOfType('parenthesized_variable_designation');
  if (name !== undefined && name.text !== '_') {
    const variable = f.builder.declare(nameText(name), type);
    f.builder.emit({ op: 'move', to: variable, from: value.operand, ...(type === undefined ? {} : { type }), at: spanOf(node) });
  } else if (designation !== undefined) bindTuple(f, designation, value);
}

/** `Order { Total: > 3, Lines.Count: var n } o`, `(var x, 0)` */
function testRecursive(f: FunctionContext, node: SyntaxNode, value: Value): Operand {
  const at = spanOf(node);
  const type = typeRefOf(node.child('type'), f.scope);
  const tests: Operand[] = [type === undefined ? compute(f, '!', [compute(f, 'is-null', [value.operand], at)], at) : testType(f, type, value, node)];
  const known: Value = type === undefined ? value : { ...value, type };
  node.childOfType('positional_pattern_clause')?.childrenOfType('subpattern').forEach((sub, i) => {
    const pattern = parts(sub).at(-1);
    const declared = known.type === undefined ? undefined : f.file.project.typeOf(known.type.name)?.parts[0]?.primary?.[i];
    const part = readVariable(f, fieldOfValue(f, known, declared ?? `Item${i + 1}`), spanOf(sub));
    if (pattern !== undefined) tests.push(testPattern(f, pattern, part));
  });
  for (const sub of node.childOfType('property_pattern_clause')?.childrenOfType('subpattern') ?? []) {
    const [name, pattern] = parts(sub);
    if (name === undefined || pattern === undefined) continue;
    let part = known;
    for (const member of name.text.split('.')) part = readVariable(f, fieldOfValue(f, part, member.trim()), spanOf(sub));
    tests.push(testPattern(f, pattern, part));
  }
  bind(f, node, known, known.type);
  return tests.length === 1 ? tests[0]! : compute(f, '&&', tests, at);
}

/** `[first, .., last]` */
function testList(f: FunctionContext, node: SyntaxNode, value: Value): Operand {
  const type = elementType(value.type);
  const tests = parts(node).filter((child) => child.field !== 'name').map((pattern, i) => {
    const place = { kind: 'element', object: value.operand, key: { kind: 'constant', value: i } } as const;
    const operand = f.builder.produce((to) => ({ op: 'load', to, place, at: spanOf(pattern) }));
    return testPattern(f, pattern, { operand, ...(type === undefined ? {} : { type }) });
  });
  bind(f, node, value, value.type);
  return compute(f, 'is-list', [value.operand, ...tests], spanOf(node));
}
