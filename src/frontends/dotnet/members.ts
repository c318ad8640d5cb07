/** Members of a type and of everything it extends, found statically. Types of the repository only. */
import type { Field, TypeId, TypeRef } from '../../ir/index.js';
import type { DotnetMethod, DotnetType, TypeLookup } from './model.js';
import { bindingsOf, simpleType, substitute } from './types.js';

/** Bound on the supertypes of one type that are looked through. */
const MAX_SUPERTYPES = 200;
/** Bound on the overloads of one name in one class that are told apart. */
const MAX_OVERLOADS = 100;

interface Supertype {
  readonly type: DotnetType;
  readonly bindings: ReadonlyMap<string, TypeRef>;
}

export interface FoundField {
  readonly owner: DotnetType;
  readonly field: Field;
  readonly type?: TypeRef;
}

export interface FoundMethod {
  readonly owner: DotnetType;
  readonly method: DotnetMethod;
  readonly bindings: ReadonlyMap<string, TypeRef>;
}

interface Named {
  readonly fields: ReadonlyMap<string, Field>;
  readonly methods: ReadonlyMap<string, readonly DotnetMethod[]>;
}

export class Members {
  private readonly named = new Map<DotnetType, Named>();

  constructor(readonly lookUp: TypeLookup) {}

  /** `type` and its supertypes in the repository, nearest first. Empty for a library's type. */
  supertypes(type: TypeRef): readonly Supertype[] {
    const found: Supertype[] = [];
    const seen = new Set<TypeId>();
    const pending: TypeRef[] = [type];
    for (let next = pending.shift(); next !== undefined && seen.size < MAX_SUPERTYPES; next = pending.shift()) {
      if (seen.has(next.name)) continue;
      seen.add(next.name);
      const own = this.lookUp(next.name);
      if (own === undefined) continue;
      const bindings = bindingsOf(own.declaration.typeParameters, next);
      found.push({ type: own, bindings });
      pending.push(...own.declaration.bases.map((base) => substitute(base, bindings)));
    }
    return found;
  }

  /** The library classes that `type` extends or implements, nearest first. */
  libraryBases(type: TypeRef): readonly TypeRef[] {
    return this.supertypes(type).flatMap((s) => s.type.declaration.bases.filter((base) => base.name !== 'System.Enum' && this.lookUp(base.name) === undefined));
  }

  field(type: TypeRef, name: string): FoundField | undefined {
    for (const { type: owner, bindings } of this.supertypes(type)) {
      const field = this.byName(owner).fields.get(name);
      if (field !== undefined) return { owner, field, ...(field.type === undefined ? {} : { type: substitute(field.type, bindings) }) };
    }
    return undefined;
  }

  /** A property with a body, or an abstract one. */
  accessor(type: TypeRef, name: string, kind: 'get' | 'set'): FoundMethod | undefined {
    return this.all(type, name).find(({ method }) => method.signature.accessor === kind);
  }

  /** Methods of that name, nearest first; an overridden one is left out. */
  methods(type: TypeRef, name: string): readonly FoundMethod[] {
    const found: FoundMethod[] = [];
    for (const candidate of this.all(type, name)) {
      if (candidate.method.signature.accessor !== undefined || candidate.method.isExplicit) continue;
      if (!found.some((nearer) => nearer.owner !== candidate.owner && sameParameters(nearer, candidate))) found.push(candidate);
    }
    return found;
  }

  constructors(type: TypeId): readonly FoundMethod[] {
    const owner = this.lookUp(type);
    return (owner?.methods ?? []).filter((m) => m.signature.isConstructor).map((method) => ({ owner: owner!, method, bindings: new Map() }));
  }

  isSubtype(type: TypeId, base: TypeId): boolean {
    if (type === base) return true;
    return this.supertypes(simpleType(type)).some((s) => s.type.id === base || s.type.declaration.bases.some((b) => b.name === base));
  }

  private all(type: TypeRef, name: string): readonly FoundMethod[] {
    return this.supertypes(type).flatMap(({ type: owner, bindings }) =>
      (this.byName(owner).methods.get(name) ?? []).slice(0, MAX_OVERLOADS).map((method) => ({ owner, method, bindings })));
  }

  private byName(type: DotnetType): Named {
    let named = this.named.get(type);
    if (named === undefined) this.named.set(type, (named = nameMembers(type)));
    return named;
  }
}

function nameMembers(type: DotnetType): Named {
  const methods = new Map<string, DotnetMethod[]>();
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
  return left.length === right.length && left.every((p, i) => {
    const other = right[i]?.type;
    return (p.type === undefined ? undefined : substitute(p.type, a.bindings).name) === (other === undefined ? undefined : substitute(other, b.bindings).name);
  });
}
