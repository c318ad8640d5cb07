/** What manifests of all languages have in common: what they declare, where they lie, and how they are read. */
import type { SourceProject } from '../../frontends/frontend.js';
import type { Location, Span } from '../../ir/index.js';

/**
 * What a package is declared for: `run`, the code that is deployed; `develop`, building and testing it; `managed`, to say which
 * version others get who ask for the package without one.
 */
export type PackageUse = 'run' | 'develop' | 'managed';

/** A package as a manifest names it. */
export interface Declaration {
  /** As registries know it: `group:artifact` for Maven; a `*` in a managed name stands for any characters. */
  readonly name: string;
  /** A version or a range, as it is written; absent where it is left to others. */
  readonly version?: Written;
  readonly use: PackageUse;
  readonly span: Span;
}

/** A version with the place where people change it, when that is not the declaration. */
export interface Written {
  readonly text: string;
  readonly at?: Location;
}

/** A kind of file that names packages that code uses. */
export interface ManifestKind {
  /** By file name. */
  readonly name: RegExp;
  readonly declarations: (text: string, property: PropertyValue, file: string) => readonly Declaration[];
  /** Installers read it without a look at lock files. */
  readonly isInstalledAlone?: boolean;
  /** It lies in this folder below those that it speaks for. */
  readonly within?: string;
  /** Manifests that it builds upon and that do not lie above it, relative to its folder. */
  readonly parents?: (text: string) => readonly string[];
}

/** A package whose locked version is asked for. */
export interface Wanted {
  readonly name: string;
  /** The range that the manifest gives; nothing when no manifest names the package. */
  readonly range?: string;
  /** Folder of that manifest, relative to the lock file's. */
  readonly folder: string;
}

/** A kind of file that says which versions were chosen. */
export interface LockKind {
  readonly name: RegExp;
  readonly version: (text: string, wanted: Wanted) => string | undefined;
}

/** The value of a property, as a manifest here or in a folder above sets it. */
export type PropertyValue = (name: string) => Written | undefined;

/** How the manifests of a language are read. */
export interface ManifestConvention {
  /** Those that say more come first, among the manifests of one folder. */
  readonly manifests: readonly ManifestKind[];
  readonly locks: readonly LockKind[];
  /** Where a manifest's text gives a property its value. */
  readonly property?: (text: string, name: string) => { readonly value: string; readonly span: Span } | undefined;
  /** One spelling for all that mean the same package. */
  readonly normal?: (name: string) => string;
}

/** A text with what stands for itself in a regular expression. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** `text` with spaces in place of what `pattern` finds, so that everything else keeps its place. */
export function blanked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\r\n]/g, ' '));
}

/** `written` with the values of properties in place of their names; it is changed where the last of them is set. */
export function filled(written: string | undefined, reference: RegExp, property: PropertyValue): Written | undefined {
  if (written === undefined) return undefined;
  let result: Written = { text: written };
  for (let depth = 0; depth < MAX_PROPERTY_DEPTH; depth++) {
    const before: string = result.text;
    let at: Location | undefined;
    const text: string = before.replace(reference, (all: string, ...groups: readonly unknown[]) => {
      const value = property(groups.find((group) => typeof group === 'string') as string);
      at = value?.at ?? at;
      return value?.text ?? all;
    });
    if (text === before) break;
    result = { text, ...(at ?? result.at ? { at: at ?? result.at } : {}) };
  }
  return result;
}

const MAX_PROPERTY_DEPTH = 4;

/** The folder of `file` and those above it; the root is the empty name. */
export function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** Files by the folder they lie in. */
export function filesByFolder(project: SourceProject): ReadonlyMap<string, readonly string[]> {
  let folders = known.get(project);
  if (!folders) known.set(project, (folders = group(project)));
  return folders;
}

const known = new WeakMap<SourceProject, ReadonlyMap<string, readonly string[]>>();

function group(project: SourceProject): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const file of project.files) {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    const files = folders.get(folder);
    if (files) files.push(file); else folders.set(folder, [file]);
  }
  return folders;
}
