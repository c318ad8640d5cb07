/** Questions about classes of the repository: which class declares a field, which methods may answer a call. */
import type { Field, FunctionSignature, Program, TypeDeclaration, TypeId } from '../ir/index.js';

export interface Hierarchy {
  /** The class at or above `type` that declares `field`, with the declaration. */
  field(type: TypeId, field: string): { readonly owner: TypeId; readonly field: Field } | undefined;
  /** The methods named `name` that a call on exactly `type` may run: overloads with this many arguments if there are any. */
  methods(type: TypeId, name: string, args: number): readonly FunctionSignature[];
  accessor(type: TypeId, name: string, accessor: 'get' | 'set'): FunctionSignature | undefined;
  constructors(type: TypeId, args: number): readonly FunctionSignature[];
  /** `type` and everything of the repository below it that is no interface and not abstract. */
  concreteSubtypes(type: TypeId): readonly TypeId[];
  /** `type`, its bases and theirs, nearest first; library types included by name. */
  ancestors(type: TypeId): readonly TypeId[];
}

const MAX_SUBTYPES = 24;

export function createHierarchy(program: Program): Hierarchy {
  const ancestorsOf = new Map<TypeId, readonly TypeId[]>();
  const subtypesOf = new Map<TypeId, readonly TypeId[]>();

  function ancestors(type: TypeId): readonly TypeId[] {
    const known = ancestorsOf.get(type);
    if (known) return known;
    const result: TypeId[] = [];
    const queue = [type];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (result.includes(next)) continue;
      result.push(next);
      queue.push(...(program.type(next)?.bases ?? []).map((base) => base.name));
    }
    ancestorsOf.set(type, result);
    return result;
  }

  function firstOf<T>(type: TypeId, find: (declaration: TypeDeclaration) => T | undefined): T | undefined {
    for (const name of ancestors(type)) {
      const declaration = program.type(name);
      const found = declaration && find(declaration);
      if (found) return found;
    }
    return undefined;
  }

  function methods(type: TypeId, name: string, args: number): readonly FunctionSignature[] {
    let abstract: readonly FunctionSignature[] = [];
    for (const ancestor of ancestors(type)) {
      const named = (program.type(ancestor)?.methods ?? []).filter((m) => memberName(m) === name && !m.isConstructor && !m.accessor);
      const fitting = named.filter((m) => accepts(m, args));
      const candidates = fitting.length > 0 ? fitting : named;
      const concrete = candidates.filter((m) => !m.isAbstract);
      if (concrete.length > 0 && (fitting.length > 0 || abstract.length === 0)) return concrete;
      if (abstract.length === 0) abstract = candidates;
    }
    return abstract;
  }

  function concreteSubtypes(type: TypeId): readonly TypeId[] {
    const known = subtypesOf.get(type);
    if (known) return known;
    const result: TypeId[] = [];
    const seen = new Set<TypeId>();
    const queue = [type];
    for (let next = queue.shift(); next !== undefined && result.length < MAX_SUBTYPES; next = queue.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const declaration = program.type(next);
      if (declaration && declaration.kind !== 'interface' && !declaration.isAbstract) result.push(next);
      queue.push(...program.directSubtypes(next));
    }
    subtypesOf.set(type, result);
    return result;
  }

  return {
    ancestors, methods, concreteSubtypes,
    field: (type, name) => firstOf(type, (declaration) => {
      const field = declaration.fields.find((f) => f.name === name);
      return field && { owner: declaration.id, field };
    }),
    accessor: (type, name, accessor) => firstOf(type, (declaration) =>
      declaration.methods.find((m) => m.accessor === accessor && !m.isAbstract && memberName(m) === name)),
    constructors: (type, args) => {
      const all = (program.type(type)?.methods ?? []).filter((m) => m.isConstructor);
      const fitting = all.filter((m) => accepts(m, args));
      return fitting.length > 0 ? fitting : all;
    },
  };
}

function accepts(signature: FunctionSignature, args: number): boolean {
  const required = signature.parameters.filter((p) => !p.optional && p.rest === undefined).length;
  const rest = signature.parameters.some((p) => p.rest !== undefined);
  return args >= required && (rest || args <= signature.parameters.length);
}

/** The name without that of the class. A key in brackets is one name: `Lease.[Symbol.dispose]`. */
function memberName({ name }: FunctionSignature): string {
  return name.slice(name.endsWith(']') && name.includes('.[') ? name.lastIndexOf('.[') + 1 : name.lastIndexOf('.') + 1);
}
