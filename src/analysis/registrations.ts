/** What the code of a program registers with dependency-injection containers, by the types that it can be asked for. */
import type { Binding, FunctionId, Program, TypeId, TypeRef } from '../ir/index.js';
import type { Hierarchy } from './hierarchy.js';

export interface Registrations {
  /** Registrations that may answer who asks for `type`, in the order of the text. */
  of(type: TypeRef): readonly Binding[];
  /** The registration that `fn` makes the instances of. */
  madeBy(fn: FunctionId): Binding | undefined;
  /** Whether what is injected as `type` belongs to the running request, whoever holds it. */
  isOfRequest(type: TypeId): boolean;
}

/** An index of `program.bindings()`. Code registers under a name; a declaration under every supertype of what it makes. */
export function createRegistrations(program: Program, hierarchy: Hierarchy): Registrations {
  let services: ReadonlyMap<TypeId, readonly Binding[]> | undefined;
  let providers: ReadonlyMap<FunctionId, Binding> | undefined;
  const byService = (): ReadonlyMap<TypeId, readonly Binding[]> => (services ??= indexed(program.bindings(), hierarchy));
  return {
    of: (type) => (byService().get(type.name) ?? []).filter((binding) => fits(program, binding.args, type.args)),
    madeBy: (fn) => (providers ??= new Map(program.bindings().flatMap((binding) => (binding.provider === undefined ? [] : [[binding.provider, binding] as const])))).get(fn),
    isOfRequest(type) {
      const candidates = byService().get(type) ?? [];
      return candidates.length > 0 && candidates.every((binding) => binding.lifetime === 'request');
    },
  };
}

function indexed(bindings: readonly Binding[], hierarchy: Hierarchy): ReadonlyMap<TypeId, readonly Binding[]> {
  const found = new Map<TypeId, Binding[]>();
  for (const binding of bindings) {
    const names = binding.by === undefined ? hierarchy.ancestors(binding.implementation ?? binding.service) : [];
    for (const name of new Set([binding.service, ...names])) {
      const known = found.get(name);
      if (!known) found.set(name, [binding]);
      else if (!known.some((other) => isSame(other, binding))) known.push(binding);
    }
  }
  return found;
}

/** One annotated class is declared for each of its supertypes. */
function isSame(a: Binding, b: Binding): boolean {
  return a.by === undefined && b.by === undefined && a.implementation === b.implementation && a.provider === b.provider && a.at.start === b.at.start && a.file === b.file;
}

/** Type parameters and types that are not known fit anything. */
function fits(program: Program, registered: readonly TypeRef[] | undefined, asked: readonly TypeRef[]): boolean {
  if (registered === undefined || registered.length !== asked.length) return true;
  const isConcrete = (type: TypeRef): boolean => program.type(type.name) !== undefined;
  return registered.every((type, index) => type.name === asked[index]?.name || !isConcrete(type) || !isConcrete(asked[index] ?? type));
}
