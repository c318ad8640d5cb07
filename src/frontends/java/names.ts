/**
 * Which type a name means at a place in the source (JLS 6.5): local classes and type parameters, member types of the
 * enclosing classes and of what they inherit, single-type imports, the package, imports on demand, java.lang.
 */
import type { TypeId, TypeRef } from '../../ir/index.js';
import { JAVA_BASE_PACKAGES, libraryDeclares } from './library-names.js';
import type { Import, Outline } from './outline.js';
import { qualify, type TypeIds } from './type-ids.js';

/** What is in view at a place, innermost first. */
export interface NameScope {
  readonly parent?: NameScope;
  readonly file: FileNames;
  /** The class whose body this is. */
  readonly type?: TypeId;
  /** Type parameters with their first bound. */
  readonly typeParameters?: ReadonlyMap<string, TypeRef | undefined>;
  /** Local classes by their simple name; grows while a body is read. */
  readonly localTypes?: Map<string, TypeId>;
}

/** Answers about supertypes that names depend on; the project gives them. */
export interface Inheritance {
  /** Ids of the declared bases of a repository type, as far as they are known. */
  basesOf(id: TypeId): readonly TypeId[];
}

/** Bound on the supertypes looked through for one name. */
const MAX_SUPERTYPES = 100;

/** The type that `name` (`Item`, `Orders.Item`, `java.util.List`) means in `scope`. A name that cannot be made out stays as it is. */
export function resolveTypeName(name: string, scope: NameScope): TypeId {
  return findTypeName(name, scope) ?? name;
}

/** As `resolveTypeName`, but nothing when no declaration or import accounts for the name. */
export function findTypeName(name: string, scope: NameScope): TypeId | undefined {
  const dot = name.indexOf('.');
  const first = dot < 0 ? name : name.slice(0, dot);
  const found = findSimpleName(first, scope);
  if (dot < 0) return found;
  if (found === undefined) return scope.file.qualified(name);
  return scope.file.memberOf(found, name.slice(dot + 1));
}

/** What values of this type are known to be: for a type parameter in view its bound, if it has one. */
export function knownType(type: TypeRef | undefined, scope: NameScope): TypeRef | undefined {
  if (type === undefined || type.args.length > 0) return type;
  for (let s: NameScope | undefined = scope; s !== undefined; s = s.parent) {
    if (s.typeParameters?.has(type.name) === true) return s.typeParameters.get(type.name) ?? type;
  }
  return type;
}

function findSimpleName(name: string, scope: NameScope): TypeId | undefined {
  for (let s: NameScope | undefined = scope; s !== undefined; s = s.parent) {
    if (s.typeParameters?.has(name) === true) return name;
    const local = s.localTypes?.get(name);
    if (local !== undefined) return local;
    if (s.type !== undefined) {
      const member = scope.file.memberType(s.type, name);
      if (member !== undefined) return member;
    }
  }
  return scope.file.simple(name);
}

/** The names that a file as a whole brings into view. */
export class FileNames {
  private readonly simpleNames = new Map<string, TypeId | undefined>();
  private readonly singleImports = new Map<string, string>();
  private readonly packages: readonly string[];

  constructor(readonly outline: Outline, private readonly ids: TypeIds, private readonly inheritance: Inheritance) {
    for (const i of outline.imports) {
      if (!i.onDemand && !i.isStatic && !i.isModule) this.singleImports.set(i.name.slice(i.name.lastIndexOf('.') + 1), i.name);
    }
    this.packages = packagesOnDemand(outline.imports);
  }

  /** A simple name as imports and package have it. */
  simple(name: string): TypeId | undefined {
    if (this.simpleNames.has(name)) return this.simpleNames.get(name);
    const found = this.findSimple(name);
    this.simpleNames.set(name, found);
    return found;
  }

  /** A name that begins with a package. Nothing when it cannot be one. */
  qualified(name: string): TypeId | undefined {
    const known = this.ids.find(name, this.outline.file);
    if (known !== undefined) return known;
    return /^\p{Ll}[\p{L}\p{N}_]*\..*\p{Lu}/u.test(name) ? name : undefined;
  }

  /** The member type `path` (`Item`, `Item.Part`) of `outer`, whether or not its declaration is in the repository. */
  memberOf(outer: TypeId, path: string): TypeId {
    let id = outer;
    for (const name of path.split('.')) id = this.memberType(id, name) ?? `${id}.${name}`;
    return id;
  }

  /** The repository's member type `name` of `outer` or of a supertype of it, or `outer` itself by its own name. */
  memberType(outer: TypeId, name: string): TypeId | undefined {
    const seen = new Set<TypeId>();
    const pending = [outer];
    for (let id = pending.shift(); id !== undefined && seen.size < MAX_SUPERTYPES; id = pending.shift()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const member = `${id}.${name}`;
      if (this.ids.fileDeclaring(member) !== undefined) return member;
      pending.push(...this.inheritance.basesOf(id));
    }
    return undefined;
  }

  /** Static members that imports name or may bring in: `java.lang.Math.max`, `org.junit.Assert.*`. */
  get staticImports(): readonly Import[] {
    return this.outline.imports.filter((i) => i.isStatic);
  }

  private findSimple(name: string): TypeId | undefined {
    const imported = this.singleImports.get(name);
    if (imported !== undefined) return this.ids.find(imported, this.outline.file) ?? imported;
    return this.ids.find(qualify(this.outline.packageName, name), this.outline.file)
      ?? this.onDemandInRepository(name) ?? this.staticallyImported(name) ?? this.onDemandInLibraries(name);
  }

  private onDemandInRepository(name: string): TypeId | undefined {
    for (const i of this.outline.imports) {
      const found = i.onDemand ? this.ids.find(`${i.name}.${name}`, this.outline.file) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `import static a.B.Part` may import a member type. */
  private staticallyImported(name: string): TypeId | undefined {
    const i = this.staticImports.find((s) => !s.onDemand && s.name.endsWith(`.${name}`));
    if (i === undefined || !/^\p{Lu}.*\p{Ll}/u.test(name)) return undefined;
    return this.ids.find(i.name, this.outline.file) ?? i.name;
  }

  private isInRepository(imported: string): boolean {
    return this.ids.hasPackage(imported) || this.ids.find(imported, this.outline.file) !== undefined;
  }

  private onDemandInLibraries(name: string): TypeId | undefined {
    const known = [...this.packages, 'java.lang'].find((p) => libraryDeclares(p, name) === true);
    if (known !== undefined) return `${known}.${name}`;
    if (!/^\p{Lu}/u.test(name)) return undefined;
    const seen = this.packages.find((p) => this.ids.isImported(p, name));
    if (seen !== undefined) return `${seen}.${name}`;
    // With one library of unknown content imported whole, what nothing else accounts for comes from there.
    const unknown = this.packages.filter((p) => libraryDeclares(p, name) === undefined && !this.isInRepository(p));
    return unknown.length === 1 ? `${unknown[0]!}.${name}` : undefined;
  }
}

function packagesOnDemand(imports: readonly Import[]): readonly string[] {
  const packages = imports.filter((i) => i.onDemand && !i.isStatic).map((i) => i.name);
  return imports.some((i) => i.isModule && i.name === 'java.base') ? [...packages, ...JAVA_BASE_PACKAGES] : packages;
}
