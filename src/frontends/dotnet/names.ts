/**
 * Which type a name means at a place in the source: type parameters, member types of the types around and of their bases, the
 * namespaces around from the inside out, using directives, and what is known of the libraries in view.
 */
import type { TypeId, TypeRef } from '../../ir/index.js';
import { isNamespaceRoot, libraryDeclares, libraryType } from './library-names.js';
import type { UsingDirective } from './outline.js';
import type { TypeIds } from './type-ids.js';

/** What is in view at a place, innermost first. */
export interface NameScope {
  readonly parent?: NameScope;
  readonly file: FileNames;
  readonly namespace: string;
  /** The type whose body this is. */
  readonly type?: TypeId;
  /** Type parameters with their first bound. */
  readonly typeParameters?: ReadonlyMap<string, TypeRef | undefined>;
}

/** Bound on the supertypes looked through for one name. */
const MAX_SUPERTYPES = 100;

/** The type that `name` (`Item`, `Orders.Item`, `System.IO.File`) means. A name that cannot be made out stays as it is. */
export function resolveTypeName(name: string, scope: NameScope, arity?: number): TypeId {
  return findTypeName(name, scope, arity) ?? inferredLibrary(name, scope) ?? name;
}

/** As `resolveTypeName`, but nothing when no declaration or directive accounts for the name. */
export function findTypeName(name: string, scope: NameScope, arity?: number): TypeId | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) return findSimple(name, scope, arity);
  const outer = findSimple(name.slice(0, dot), scope);
  if (outer !== undefined) return scope.file.memberOf(outer, name.slice(dot + 1));
  return scope.file.qualified(name, scope.namespace, arity);
}

/** With one library of unknown content in view, what nothing else accounts for comes from there. */
function inferredLibrary(name: string, scope: NameScope): TypeId | undefined {
  return name.includes('.') ? undefined : scope.file.fromUnknownLibrary(name);
}

function findSimple(name: string, scope: NameScope, arity?: number): TypeId | undefined {
  for (let s: NameScope | undefined = scope; s !== undefined; s = s.parent) {
    if (s.typeParameters?.has(name) === true) return name;
    if (s.type === undefined) continue;
    const member = scope.file.memberType(s.type, name);
    if (member !== undefined) return member;
  }
  return scope.file.simple(name, scope.namespace, arity);
}

/** What values of this type are known to be: for a type parameter in view its bound, if it has one. */
export function knownType(type: TypeRef | undefined, scope: NameScope): TypeRef | undefined {
  if (type === undefined || type.args.length > 0) return type;
  for (let s: NameScope | undefined = scope; s !== undefined; s = s.parent) {
    if (s.typeParameters?.has(type.name) === true) return s.typeParameters.get(type.name) ?? type;
  }
  return type;
}

/** The namespaces around, from the inside out; the last is the global one. */
function* namespacesAround(namespace: string): Generator<string> {
  for (let around = namespace; around !== ''; around = around.slice(0, Math.max(around.lastIndexOf('.'), 0))) yield around;
  yield '';
}

function within(namespace: string, name: string): string {
  return namespace === '' ? name : `${namespace}.${name}`;
}

/** The names that a file as a whole brings into view. */
export class FileNames {
  readonly staticTypes: readonly string[];
  private readonly aliases = new Map<string, string>();
  private readonly namespaces: readonly string[];
  private readonly known = new Map<string, TypeId | undefined>();

  constructor(
    readonly file: string, usings: readonly UsingDirective[], private readonly ids: TypeIds,
    private readonly basesOf: (id: TypeId) => readonly TypeId[],
  ) {
    for (const using of usings) if (using.alias !== undefined) this.aliases.set(using.alias, using.name.replace(/<.*$/u, '').replace('::', '.'));
    this.staticTypes = usings.filter((u) => u.isStatic).map((u) => u.name);
    this.namespaces = [...new Set(usings.filter((u) => !u.isStatic && u.alias === undefined).map((u) => u.name))];
  }

  /** Namespaces in view by directives. */
  get used(): readonly string[] {
    return this.namespaces;
  }

  simple(name: string, namespace: string, arity?: number): TypeId | undefined {
    const key = `${name}\`${arity ?? ''} ${namespace}`;
    if (this.known.has(key)) return this.known.get(key);
    // An alias that leads back to itself finds nothing.
    this.known.set(key, undefined);
    const found = this.findSimple(name, namespace, arity);
    this.known.set(key, found);
    return found;
  }

  /** A name that begins with a namespace, as seen from `namespace`. Nothing when it cannot be one. */
  qualified(name: string, namespace: string, arity?: number): TypeId | undefined {
    const [first = ''] = name.split('.');
    const alias = this.aliases.get(first);
    const written = alias === undefined ? name : alias + name.slice(first.length);
    for (const around of namespacesAround(namespace)) {
      const found = this.inRepository(within(around, written), arity);
      if (found !== undefined) return found;
    }
    const dot = written.lastIndexOf('.');
    const isKnown = libraryDeclares(written.slice(0, dot), written.slice(dot + 1)) === true;
    return isKnown || LIBRARY_ROOT.test(written) || this.namespaces.some((used) => used.split('.')[0] === first) ? written : undefined;
  }

  /** Whether the qualified name is a type of the repository or one that is known of a library. */
  isKnownType(name: string): boolean {
    const dot = name.lastIndexOf('.');
    return this.ids.find(name, this.file) !== undefined || libraryDeclares(name.slice(0, dot), name.slice(dot + 1)) === true;
  }

  /** Whether `name` is, or begins, a namespace of the repository. */
  isNamespace(name: string): boolean {
    return this.ids.hasNamespace(name);
  }

  /** The member type `path` of `outer`, whether or not its declaration is in the repository. */
  memberOf(outer: TypeId, path: string): TypeId {
    let id = outer;
    for (const name of path.split('.')) id = this.memberType(id, name) ?? `${id}.${name}`;
    return id;
  }

  /** The repository's member type `name` of `outer` or of a base of it. */
  memberType(outer: TypeId, name: string): TypeId | undefined {
    const seen = new Set<TypeId>();
    const pending = [outer];
    for (let id = pending.shift(); id !== undefined && seen.size < MAX_SUPERTYPES; id = pending.shift()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const member = this.ids.member(id, name);
      if (member !== undefined) return member;
      pending.push(...this.basesOf(id));
    }
    return undefined;
  }

  fromUnknownLibrary(name: string): TypeId | undefined {
    if (!/^\p{Lu}.*\p{Ll}/u.test(name) || isNamespaceRoot(name)) return undefined;
    const unknown = this.namespaces.filter((used) => libraryDeclares(used, name) === undefined && !this.ids.hasNamespace(used));
    return unknown.length === 1 ? `${unknown[0]!}.${name}` : undefined;
  }

  private inRepository(name: string, arity?: number): TypeId | undefined {
    const whole = this.ids.find(name, this.file, arity);
    if (whole !== undefined) return whole;
    // `Namespace.Outer.Inner`, where the outer type's base declares the inner one.
    const dot = name.lastIndexOf('.');
    const outer = dot < 0 ? undefined : this.ids.find(name.slice(0, dot), this.file);
    return outer === undefined ? undefined : this.memberType(outer, name.slice(dot + 1));
  }

  private findSimple(name: string, namespace: string, arity: number | undefined): TypeId | undefined {
    const alias = this.aliases.get(name);
    if (alias !== undefined) return alias.includes('.') ? this.qualified(alias, namespace) ?? alias : this.simple(alias, namespace) ?? alias;
    for (const around of namespacesAround(namespace)) {
      const found = this.ids.find(within(around, name), this.file, arity);
      if (found !== undefined) return found;
    }
    return this.usedInRepository(name, namespace, arity) ?? libraryType(name, [...this.namespaces, ...namespacesAround(namespace)]);
  }

  private usedInRepository(name: string, namespace: string, arity: number | undefined): TypeId | undefined {
    for (const used of this.namespaces) {
      for (const around of namespacesAround(namespace)) {
        const found = this.ids.find(within(around, `${used}.${name}`), this.file, arity);
        if (found !== undefined) return found;
      }
    }
    for (const type of this.staticTypes) {
      const found = this.ids.find(`${type}.${name}`, this.file, arity);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const LIBRARY_ROOT = /^(?:System|Microsoft|Amazon|AWS|Newtonsoft|Npgsql|MySql|MySqlConnector|MongoDB|StackExchange|Serilog|NLog|Polly|Dapper|OpenTelemetry)\.\p{Lu}/u;
