/** What manifests of all languages have in common: where they lie, and how they are asked. */
import type { SourceProject } from '../../frontends/frontend.js';

/** A kind of file that names versions of packages. */
export interface ManifestKind {
  /** By file name. */
  readonly name: RegExp;
  /** The version of `packageName` as the text writes it: one version, or a range. */
  readonly version: (text: string, packageName: string, property: PropertyValue) => string | undefined;
}

/** The value of a property, as a manifest here or in a folder above sets it. */
export type PropertyValue = (name: string) => string | undefined;

/** How the manifests of a language are read. */
export interface ManifestConvention {
  /** The most exact first: a lock file anywhere above says more than a range beside the code. */
  readonly kinds: readonly (readonly ManifestKind[])[];
  /** The value that a manifest's text gives a property. */
  readonly property?: (text: string, name: string) => string | undefined;
}

/** A text with what stands for itself in a regular expression. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

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

/** Texts that were read last: the packages of one lock file are asked for one by one. */
const parsed = new Map<string, unknown>();
const MAX_PARSED = 8;

/** The value of a JSON text; nothing when it is none. */
export function jsonOf(text: string): unknown {
  if (!parsed.has(text)) {
    if (parsed.size >= MAX_PARSED) parsed.clear();
    parsed.set(text, parseJson(text));
  }
  return parsed.get(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A member of a JSON object, by name. */
export function member(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((object, name) => (typeof object === 'object' && object !== null && Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined), value);
}

/** `value` when it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
