/**
 * Members of a type and of everything it extends, found statically. Types of the repository only: what a library's class
 * declares is not known here.
 */
import type { Field, TypeId, TypeRef } from '../../ir/index.js';
import type { JavaMethod, JavaType, TypeLookup } from './model.js';
import { bindingsOf, simpleType, substitute } from './types.js';

/** Bound on the supertypes of one type that are looked through. */
const MAX_SUPERTYPES = 200;
/** Bound on the overloads of one name in one class that are told apart. */
const MAX_OVERLOADS = 100;

/** A type of the repository on the way up from another, with what its type parameters stand for there. */
export interface Supertype {
  readonly type: JavaType;
  readonly bindings: ReadonlyMap<string, TypeRef>;
}

export interface FoundField {
  readonly owner: JavaType;
  readonly field: Field;
  readonly type: TypeRef | undefined;
}

export interface FoundMethod {
  readonly owner: JavaType;
  readonly method: JavaMethod;
  readonly bindings: ReadonlyMap<string, TypeRef>;
}

export class Members {
  private readonly hierarchies = new Map<TypeId, readonly Supertype[]>();
  private readonly names = new Map<JavaType, NamedMembers>();

  constructor(readonly lookUp: TypeLookup) {}

  /** `type` and its supertypes in the repository, nearest first. Empty for a library's type. */
  supertypes(type: TypeRef): readonly Supertype[] {
    if (type.args.length > 0) return this.climb(type);
    let found = this.hierarchies.get(type.name);
    if (found === undefined) this.hierarchies.set(type.name, (found = this.climb(type)));
    return found;
  }

  private climb(start: TypeRef): readonly Supertype[] {
    const found: Supertype[] = [];
    const seen = new Set<TypeId>();
    const pending: TypeRef[] = [start];
    for (let next = pending.shift(); next !== undefined && seen.size < MAX_SUPERTYPES; next = pending.shift()) {
      if (seen.has(next.name)) continue;
      seen.add(next.name);
      const type = this.lookUp(next.name);
      if (type === undefined) continue;
      const bindings = bindingsOf(type.declaration.typeParameters, next);
      found.push({ type, bindings });
      pending.push(...type.declaration.bases.map((base) => substitute(base, bindings)));
    }
    return found;
  }

  /** The library classes that `type` extends or implements, nearest first. */
  libraryBases(type: TypeRef): readonly TypeRef[] {
    return this.supertypes(type).flatMap((s) => s.type.declaration.bases.filter((base) => this.lookUp(base.name) === undefined));
  }

  field(type: TypeRef, name: string): FoundField | undefined {
    for (const { type: owner, bindings } of this.supertypes(type)) {
      const field = this.byName(owner).fields.get(name);
      if (field !== undefined) return { owner, field, type: field.type === undefined ? undefined : substitute(field.type, bindings) };
    }
    return undefined;
  }

  /** Methods of that name, nearest first; an overridden one is left out. */
  methods(type: TypeRef, name: string): readonly FoundMethod[] {
    const found: FoundMethod[] = [];
    for (const { type: owner, bindings } of this.supertypes(type)) {
      const own = (this.byName(owner).methods.get(name) ?? []).slice(0, MAX_OVERLOADS).map((method) => ({ owner, method, bindings }));
      const nearer = found.length;
      for (const method of own) if (!found.slice(0, nearer).some((f) => sameParameters(f, method))) found.push(method);
    }
    return found;
  }

  private byName(type: JavaType): NamedMembers {
    let named = this.names.get(type);
    if (named === undefined) this.names.set(type, (named = nameMembers(type)));
    return named;
  }

  constructors(type: TypeId): readonly FoundMethod[] {
    const owner = this.lookUp(type);
    return (owner?.methods ?? []).filter((m) => m.signature.isConstructor).map((method) => ({ owner: owner!, method, bindings: new Map() }));
  }

  /** The method that an implementation of a functional interface must have. */
  functionalMethod(type: TypeRef): FoundMethod | undefined {
    const abstract = this.supertypes(type).flatMap(({ type: owner, bindings }) =>
      owner.methods.filter((m) => m.signature.isAbstract).map((method) => ({ owner, method, bindings })));
    return abstract.length === 1 ? abstract[0] : undefined;
  }

  isSubtype(type: TypeId, base: TypeId): boolean {
    if (type === base) return true;
    const supertypes = this.supertypes(simpleType(type));
    return supertypes.some((s) => s.type.id === base || s.type.declaration.bases.some((b) => b.name === base));
  }
}

interface NamedMembers {
  readonly fields: ReadonlyMap<string, Field>;
  readonly methods: ReadonlyMap<string, readonly JavaMethod[]>;
}

function nameMembers(type: JavaType): NamedMembers {
  const methods = new Map<string, JavaMethod[]>();
  for (const method of type.methods) {
    const same = methods.get(method.name);
    if (same === undefined) methods.set(method.name, [method]);
    else same.push(method);
  }
  return { fields: new Map(type.declaration.fields.map((field) => [field.name, field])), methods };
}

function sameParameters(a: FoundMethod, b: FoundMethod): boolean {
  const left = a.method.signature.parameters;
  const right = b.method.signature.parameters;
  if (left.length !== right.length) return false;
  return left.every((p, i) => {
    const one = p.type === undefined ? undefined : substitute(p.type, a.bindings).name;
    const other = right[i]?.type === undefined ? undefined : substitute(right[i].type, b.bindings).name;
    return one === other;
  });
}
