/** Bodies of functions: parameters first, then statements. */
import type { FunctionBody, TypeRef } from '../../../ir/index.js';
import type { FunctionInfo } from '../names/scopes.js';
import { lookUp } from '../names/scopes.js';
import { entityOfVariable } from '../entities.js';
import { parameterName, parameterTarget, runtimeParameters, signatureOf } from '../signatures.js';
import type { ES, FunctionNode, Node } from '../syntax.js';
import { isFunction, spanOf } from '../syntax.js';
import { typeRefOf } from '../types.js';
import { bindPattern, isAlias } from './assignments.js';
import { lowerInitialisers } from './classes.js';
import type { FileLowering, Lowering } from './context.js';
import { emit, local } from './context.js';
import { lowerExpression } from './expressions.js';
import { placeOfVariable, readName } from './names.js';
import { branch } from './operators.js';
import { lowerStatements } from './statements.js';

/** Lowers one function of the file. */
export function lowerFunction(file: FileLowering, info: FunctionInfo): FunctionBody {
  const { scopes } = file.facts;
  const scope = scopes.scopeOf.get(info.node) ?? scopes.module;
  const l: Lowering = { file, fn: info, scope, out: [], temporaries: 0, depth: 0 };
  if (info.kind === 'init') lowerStatements(l, file.facts.program.body);
  else if (isFunction(info.node)) lowerFunctionNode(l, info.node);
  else if (info.owner !== undefined) lowerInitialisers(l, info.owner);
  return {
    ...signatureOf(file.repository, file.facts, info),
    body: l.out,
    localTypes: localTypes(file, info),
    capturedVariables: capturedVariables(file, info),
  };
}

function capturedVariables(file: FileLowering, info: FunctionInfo): readonly string[] {
  const captured = info.variables.filter((v) => v.isCaptured && !v.isModuleLevel);
  return captured.filter((v) => !isAlias(entityOfVariable(file.repository, file.facts, v))).map((v) => v.irName).sort();
}

function localTypes(file: FileLowering, info: FunctionInfo): ReadonlyMap<string, TypeRef> {
  const types = new Map<string, TypeRef>();
  for (const variable of info.variables) {
    if (variable.kind === 'parameter' || variable.isModuleLevel) continue;
    const type = typeRefOf(file.repository, file.facts, variable.scope, variable.type);
    if (type !== undefined) types.set(variable.irName, type);
  }
  return types;
}

function lowerFunctionNode(l: Lowering, node: FunctionNode): void {
  const parameters = runtimeParameters(node);
  parameters.forEach((parameter, i) => lowerParameter(l, parameter, parameterName(l.scope, parameter, i)));
  if (node.body === null) return;
  if (node.body.type === 'BlockStatement') {
    const statements = node.body.body;
    // Parameter properties are assigned once `super(…)` has made the object.
    const hasBase = (l.fn.owner?.node.superClass ?? null) !== null;
    const start = hasBase ? statements.findIndex(isSuperCall) + 1 : 0;
    lowerStatements(l, statements.slice(0, start));
    for (const parameter of parameters) storeProperty(l, parameter);
    return lowerStatements(l, statements.slice(start));
  }
  const value = lowerExpression(l, node.body);
  emit(l, { op: 'return', value, at: spanOf(node.body) });
}

/** Default, then the pattern or the captured place that the parameter goes to. */
function lowerParameter(l: Lowering, node: ES.ParamPattern, name: string): void {
  const at = spanOf(node);
  const plain = node.type === 'TSParameterProperty' ? node.parameter : node;
  if (plain.type === 'AssignmentPattern') {
    const { right } = plain;
    branch(l, '??', local(name), at, () => emit(l, { op: 'move', to: name, from: lowerExpression(l, right), at: spanOf(right) }));
  }
  const target = parameterTarget(node);
  if (target.type !== 'Identifier') return bindPattern(l, target, local(name), 'initialise', at);
  const variable = lookUp(l.scope, target.name);
  const place = variable === undefined ? undefined : placeOfVariable(l.file.facts.file, variable);
  if (place !== undefined) emit(l, { op: 'store', place, value: local(name), how: 'initialise', at });
}

function isSuperCall(node: Node): boolean {
  return node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression' && node.expression.callee.type === 'Super';
}

/** `constructor(private readonly repository: Repository)` */
function storeProperty(l: Lowering, node: ES.ParamPattern): void {
  const target = parameterTarget(node);
  if (node.type !== 'TSParameterProperty' || target.type !== 'Identifier') return;
  const value = readName(l, target);
  emit(l, { op: 'store', place: { kind: 'field', object: { kind: 'this' }, field: target.name }, value, how: 'initialise', at: spanOf(node) });
}
