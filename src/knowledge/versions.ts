/** Which facts hold for the versions of libraries that a project uses. */
import type { Below, LibraryFacts } from './schema.js';
import { isBelow } from './version-ranges.js';

/** What a project's manifests say of a package's version: a version, or a range of them; nothing when they do not name it. */
export type PinnedVersion = (packageName: string) => string | undefined;

/** The versions that facts are about, each once, by a text that names it. */
export type Bounds = ReadonlyMap<string, Below>;

/** All versions that `facts` are about. */
export function boundsIn(facts: readonly LibraryFacts[]): Bounds {
  return new Map(facts.flatMap(entries).flatMap(({ below }) => (below ? [[boundKey(below), below] as const] : [])));
}

/** Those of `bounds` that hold because an older version is pinned, sorted. */
export function holdingBounds(bounds: Bounds, pinned: PinnedVersion): readonly string[] {
  return [...bounds].filter(([, { package: name, version }]) => isBelow(pinned(name), version)).map(([key]) => key).sort();
}

/** `facts` without those about versions that are not in use; what holds for an older version comes after what holds otherwise. */
export function factsFor(facts: readonly LibraryFacts[], bounds: readonly string[]): readonly LibraryFacts[] {
  const usual = facts.map((library) => only(library, (below) => below === undefined));
  const older = facts.map((library) => only(library, (below) => below !== undefined && bounds.includes(boundKey(below))));
  return [...usual, ...older];
}

function entries({ types = [], calls = [], symbols = [] }: LibraryFacts): readonly { readonly below?: Below }[] {
  return [...types, ...calls, ...symbols];
}

function only(library: LibraryFacts, holds: (below: Below | undefined) => boolean): LibraryFacts {
  const { types, calls, symbols, ...rest } = library;
  const kept = <T extends { readonly below?: Below }>(all: readonly T[] = []): readonly T[] => all.filter((fact) => holds(fact.below));
  return { ...rest, types: kept(types), calls: kept(calls), symbols: kept(symbols) };
}

function boundKey({ package: name, version }: Below): string {
  return `${name}<${version}`;
}
