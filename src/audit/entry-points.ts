/** From an entry reference (file and symbol, as in the language) to the functions that the platform runs. */
import type { EntryPoint } from '../analysis/run.js';
import type { EntryReference } from '../inventory/lambda-function.js';
import type { FunctionSignature, ModuleIndex, Program, TypeDeclaration } from '../ir/index.js';

/** The functions behind `entry`; several for overloads, a class or `*`; none when the program does not know it. */
export function entryPointsOf(program: Program, entry: EntryReference): readonly EntryPoint[] {
  const index = program.index(entry.file);
  if (entry.symbol === '*') return index ? everything(program, index) : [];
  const cut = entry.symbol.lastIndexOf('::');
  const [owner, method] = cut >= 0 ? [entry.symbol.slice(0, cut), entry.symbol.slice(cut + 2)] : split(entry.symbol);
  if (owner !== undefined) {
    const type = findType(program, index, owner);
    if (type) return methodsNamed(program, type, method);
  }
  const fn = index && findFunction(program, index, entry.symbol);
  if (fn) return [fn];
  const type = findType(program, index, entry.symbol);
  return type ? publicMethods(type) : [];
}

function split(symbol: string): readonly [string | undefined, string] {
  const dot = symbol.lastIndexOf('.');
  return dot < 0 ? [undefined, symbol] : [symbol.slice(0, dot), symbol.slice(dot + 1)];
}

function findType(program: Program, index: ModuleIndex | undefined, name: string): TypeDeclaration | undefined {
  const local = index?.types.find((type) => type.id === name || type.name === name || type.id.endsWith(`.${name}`) || type.id.endsWith(`#${name}`));
  return local ?? program.type(name);
}

/** Inherited methods are run on an instance of the class that was named. */
function methodsNamed(program: Program, type: TypeDeclaration, method: string): readonly EntryPoint[] {
  for (let current: TypeDeclaration | undefined = type, depth = 0; current && depth < 16; depth++) {
    const named = current.methods.filter((candidate) => simpleName(candidate) === method && !candidate.isConstructor && !candidate.isAbstract && !candidate.accessor);
    if (named.length > 0) return named.map((candidate) => entryOf(candidate, type));
    const base: string | undefined = current.bases.map((ref) => ref.name).find((name) => program.type(name)?.kind === 'class');
    current = base === undefined ? undefined : program.type(base);
  }
  return [];
}

function publicMethods(type: TypeDeclaration): readonly EntryPoint[] {
  return type.methods.filter((method) => !method.isConstructor && !method.isAbstract && !method.isPrivate && !method.accessor).map((method) => entryOf(method, type));
}

function entryOf(method: FunctionSignature, type: TypeDeclaration): EntryPoint {
  return method.isStatic ? { function: method.id } : { function: method.id, receiver: type.id };
}

function everything(program: Program, index: ModuleIndex): readonly EntryPoint[] {
  return [...index.functions.filter((fn) => program.body(fn.id)).map((fn) => ({ function: fn.id })), ...index.types.flatMap(publicMethods)];
}

/** A module-level function by its exported or local name, or the function that the module's top-level code is. */
function findFunction(program: Program, index: ModuleIndex, symbol: string): EntryPoint | undefined {
  if (symbol === '<main>') {
    const init = program.module(index.file)?.init;
    return init === undefined ? undefined : { function: init };
  }
  const exported = index.exports.get(symbol);
  const name = exported?.kind === 'variable' ? exported.name : symbol;
  const fn = index.functions.find((candidate) => candidate.name === name);
  if (fn && fn.owner === undefined) return { function: fn.id };
  return { function: `${index.file}#<init>`, value: { module: index.file, symbol } };
}

function simpleName(fn: FunctionSignature): string {
  return fn.name.slice(fn.name.lastIndexOf('.') + 1);
}
