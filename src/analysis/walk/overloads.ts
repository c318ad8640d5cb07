/** Overloads of one name: those whose parameter types fit what is known of the arguments best. */
import type { FunctionSignature, TypeRef } from '../../ir/index.js';
import { simpleName } from '../domain/access-path.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';

export function bestOverloads(engine: Engine, methods: readonly FunctionSignature[], args: readonly Value[]): readonly FunctionSignature[] {
  if (methods.length < 2) return methods;
  const scored = methods.map((method) => ({ method, score: method.parameters.reduce((sum, parameter, index) => sum + fit(engine, parameter.type, args[index]), 0) }));
  const best = Math.max(...scored.map((entry) => entry.score));
  return scored.filter((entry) => entry.score === best).map((entry) => entry.method);
}

/** Positive when an argument is of the parameter's type, negative when it surely is not, 0 when nothing is known. */
function fit(engine: Engine, parameter: TypeRef | undefined, arg: Value | undefined): number {
  if (!parameter || !arg) return 0;
  const types = arg.shapes.flatMap((shape) => (shape.kind === 'instance' ? [shape.type] : []));
  if (types.length === 0) return arg.shapes.some((shape) => shape.kind === 'closure') && isPlain(parameter.name) ? -1 : 0;
  const name = simpleName(parameter.name);
  if (types.some((type) => simpleName(type) === name)) return 2;
  if (types.some((type) => engine.hierarchy.ancestors(type).includes(parameter.name) || engine.knowledge.isA(type, parameter.name))) return 1;
  if (name === 'Object' || name.length === 1) return 0;
  return types.every((type) => isPlain(type) || isPlain(parameter.name)) ? -2 : -1;
}

const PLAIN = new Set(['String', 'string', 'int', 'long', 'boolean', 'double', 'float', 'char', 'bool', 'Integer', 'Long', 'Boolean', 'Double']);

function isPlain(type: string): boolean {
  return PLAIN.has(simpleName(type));
}
