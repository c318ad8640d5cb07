/** Symbols of languages whose modules have names of their own (Node.js, Python): exports followed to where they are defined. */
import type { Export, FunctionSignature, ModuleIndex, Program } from '../../ir/index.js';
import type { CodeBase, ConcurrencyClaims, EntryResolution, EntryTarget } from './conventions.js';
import { everythingIn, methodsNamed, nameInFile, overlappingMethods, targetOf, typeNamed } from './members.js';

const MAX_REEXPORTS = 20;

/** A dotted name of a module: what is outside of it may reach it by this. */
export interface ModuleName {
  readonly program: Program;
  readonly file: string;
  readonly symbol: string;
  /** Functions that have no export of their own can be named too. */
  readonly unexported: boolean;
}

/** What the name means; nothing only when the module surely does not have it. */
export function targetNamed(name: ModuleName, steps = 0): EntryTarget | undefined {
  const { program, file, symbol, unexported } = name;
  const index = program.index(file);
  const [first = '', ...rest] = symbol.split('.');
  const value = { function: `${file}#<init>`, value: { module: file, symbol } };
  if (!index || steps > MAX_REEXPORTS) return value;
  const exported = index.exports.get(first);
  if (exported) return targetOfExport(exported, { ...name, index, rest }, steps) ?? value;
  const own = unexported && rest.length === 0 ? functionNamed(index, first) : undefined;
  if (own) return { function: own.id };
  for (const module of index.exportAll) {
    const passedOn = program.index(module) ? targetNamed({ ...name, file: module }, steps + 1) : undefined;
    if (passedOn) return passedOn;
  }
  return isIncomplete(index) ? value : undefined;
}

function targetOfExport(exported: Export, path: ModuleName & { index: ModuleIndex; rest: readonly string[] }, steps: number): EntryTarget | undefined {
  const { program, index, rest } = path;
  const elsewhere = (module: string, symbol: string): EntryTarget | undefined =>
    (program.index(module) ? targetNamed({ ...path, file: module, symbol }, steps + 1) : undefined);
  switch (exported.kind) {
    case 'variable':
    case 'member': {
      if (exported.kind === 'member' && exported.function !== undefined && rest.length === 0) return { function: exported.function };
      // Functions in an object literal are named by their path: `export const api = { list() {} }`.
      const path = [exported.name, ...rest].join('.');
      const fn = functionNamed(index, path);
      return fn ? { function: fn.id } : memberTarget(program, index, path);
    }
    case 'reexport': return elsewhere(exported.module, [exported.name, ...rest].join('.'));
    case 'namespace': return rest.length > 0 ? elsewhere(exported.module, rest.join('.')) : undefined;
    case 'symbol': return undefined;
  }
}

/** A file with errors, or one whose exports object is computed, may have more names than its index says. */
function isIncomplete(index: ModuleIndex): boolean {
  return index.problems.length > 0 || (index.exportsObject && index.exports.size === 0 && index.exportAll.length === 0);
}

/** Functions at module level that are no methods. */
export function moduleFunctions(index: ModuleIndex): readonly FunctionSignature[] {
  return index.functions.filter((fn) => fn.owner === undefined && fn.enclosing === undefined);
}

/** The module-level function of that name; of several definitions the last, as at run time. */
export function functionNamed(index: ModuleIndex, name: string): FunctionSignature | undefined {
  const functions = moduleFunctions(index);
  return functions.findLast((fn) => fn.id === `${index.file}#${name}`) ?? functions.findLast((fn) => fn.name === name);
}

/** `Class.method`, exported or not. */
function memberTarget(program: Program, index: ModuleIndex, symbol: string): EntryTarget | undefined {
  const dot = symbol.lastIndexOf('.');
  const type = dot > 0 ? typeNamed(index, symbol.slice(0, dot)) : undefined;
  const [method] = type ? methodsNamed(program, type, symbol.slice(dot + 1)) : [];
  return type && method ? targetOf(method, type) : undefined;
}

/** The functions that `--entry FILE#SYMBOL` names in a module. */
export function resolveModuleSymbol(file: string, symbol: string, { program }: CodeBase, claims: ConcurrencyClaims): EntryResolution {
  const index = program.index(file);
  if (!index) return { kind: 'missing', candidates: [] };
  if (symbol === '*') return { kind: 'found', whole: 'file', targets: everythingIn(program, index, claims) };
  if (symbol === '<main>') return { kind: 'found', targets: [{ function: `${file}#<init>`, startsProgram: true }] };
  const type = typeNamed(index, symbol);
  if (type) return { kind: 'found', whole: 'class', targets: overlappingMethods(program, type, claims.confined).map((method) => targetOf(method, type)) };
  const target = memberTarget(program, index, symbol) ?? targetNamed({ program, file, symbol, unexported: true });
  return target ? { kind: 'found', targets: [target] } : { kind: 'missing', candidates: candidatesIn(index) };
}

function candidatesIn(index: ModuleIndex): readonly string[] {
  const methods = index.types.flatMap((type) => type.methods.filter((method) => !method.isConstructor).map((method) => method.name));
  return [...new Set([...index.exports.keys(), ...index.types.map((type) => nameInFile(type, index)), ...moduleFunctions(index).map((fn) => fn.name), ...methods])].sort();
}
