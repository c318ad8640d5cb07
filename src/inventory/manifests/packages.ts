/** The packages that code uses, in the versions that the manifests nearest to it pin. Nothing is guessed: what no manifest says stays unknown. */
import type { Language, SourceProject } from '../../frontends/frontend.js';
import { lineStartsOf, locate, type Location } from '../../ir/index.js';
import { joinPath } from '../files/files-below.js';
import { DOTNET_MANIFESTS } from './dotnet.js';
import { JAVA_MANIFESTS } from './java.js';
import { filesByFolder, foldersAbove } from './manifest.js';
import type { Declaration, ManifestConvention, ManifestKind, PackageUse, PropertyValue } from './manifest.js';
import { NODE_MANIFESTS } from './node.js';
import { PYTHON_MANIFESTS } from './python.js';

const CONVENTIONS: Record<Language, ManifestConvention> = { node: NODE_MANIFESTS, python: PYTHON_MANIFESTS, java: JAVA_MANIFESTS, dotnet: DOTNET_MANIFESTS };

/** A package that manifests name for some code. */
export interface DeclaredPackage {
  /** As the manifest writes it. */
  readonly name: string;
  /** In the spelling that all manifests of the language share. */
  readonly key: string;
  readonly use: PackageUse;
  /** A version, or a range of them, as written. */
  readonly version?: string;
  /** The lock file that has chosen the version. */
  readonly lockedIn?: string;
  /** Where people change the version. */
  readonly at: Location;
}

/** The version of a package that code in `file` uses: as it is written, a version or a range. */
export function pinnedVersions(project: SourceProject, language: Language, file: string): (packageName: string) => string | undefined {
  const packages = declaredPackages(project, language, file);
  const { normal = same } = CONVENTIONS[language];
  const byName = new Map([...packages].reverse().map((declared) => [declared.key, declared]));
  return (name) => byName.get(normal(name))?.version ?? managedVersion(packages, normal(name))?.version ?? lockedVersion(project, language, file, { name, folder: folderOf(file) })?.version;
}

/** All packages that the manifests of the folders from `file` upwards name, nearest first: each with the version that is used. */
export function declaredPackages(project: SourceProject, language: Language, file: string): readonly DeclaredPackage[] {
  const ofProject = known.get(project) ?? new Map<string, readonly DeclaredPackage[]>();
  known.set(project, ofProject);
  const key = `${language} ${folderOf(file)}`;
  const packages = ofProject.get(key) ?? readPackages(project, language, file);
  ofProject.set(key, packages);
  return packages;
}

const known = new WeakMap<SourceProject, Map<string, readonly DeclaredPackage[]>>();

interface Manifest {
  readonly file: string;
  readonly kind: ManifestKind;
  readonly text: string;
}

interface Found extends Declaration {
  readonly manifest: Manifest;
  readonly at: Location;
}

function readPackages(project: SourceProject, language: Language, file: string): readonly DeclaredPackage[] {
  const convention = CONVENTIONS[language];
  const { normal = same } = convention;
  const manifests = manifestsOf(project, convention, file);
  const property = propertyOf(convention, manifests);
  const found = manifests.flatMap((manifest): Found[] => {
    const lineStarts = lineStartsOf(manifest.text);
    return manifest.kind.declarations(manifest.text, property, manifest.file).map((declaration) => ({ ...declaration, manifest, at: declaration.version?.at ?? locate(manifest.file, lineStarts, declaration.span) }));
  });
  const managed = found.filter(({ use, version }) => use === 'managed' && version !== undefined);
  return nearest(found, normal).map((declaration) => {
    const { name, use, manifest, version, at } = declaration;
    const locked = manifest.kind.isInstalledAlone ? undefined : lockedVersion(project, language, file, { name, folder: folderOf(manifest.file), ...(version ? { range: version.text } : {}) });
    const key = normal(name);
    if (locked) return { name, key, use, at, version: locked.version, lockedIn: locked.file };
    const decided = version ? declaration : managed.find((candidate) => covers(normal(candidate.name), key));
    return { name, key, use, at: decided?.at ?? at, ...(decided?.version ? { version: decided.version.text } : {}) };
  });
}

/** Each package once, as the nearest manifest declares it; what is meant for running comes before what is not. */
function nearest(found: readonly Found[], normal: (name: string) => string): readonly Found[] {
  const chosen = new Map<string, Found>();
  for (const declaration of [...found.filter(({ use }) => use === 'run'), ...found.filter(({ use }) => use !== 'run')]) {
    const name = normal(declaration.name);
    if (!chosen.has(name)) chosen.set(name, declaration);
  }
  return [...chosen.values()];
}

function managedVersion(packages: readonly DeclaredPackage[], name: string): DeclaredPackage | undefined {
  return packages.find((declared) => declared.use === 'managed' && declared.version !== undefined && covers(declared.key, name));
}

/** Whether `name` is what `pattern` stands for. */
function covers(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

/** The manifests from `file` upwards, nearest first, with those that they build upon. */
function manifestsOf(project: SourceProject, { manifests: kinds }: ManifestConvention, file: string): readonly Manifest[] {
  const ofFolder = (folder: string): readonly Manifest[] => kinds.flatMap((kind) => {
    const place = kind.within === undefined ? folder : [folder, kind.within].filter((part) => part !== '').join('/');
    return (filesByFolder(project).get(place) ?? []).flatMap((candidate) => manifestAt(project, [kind], candidate) ?? []);
  });
  const gathered = new Map(foldersAbove(file).flatMap(ofFolder).map((manifest) => [manifest.file, manifest]));
  for (const manifest of gathered.values()) {
    if (gathered.size > MAX_MANIFESTS) break;
    for (const path of manifest.kind.parents?.(manifest.text) ?? []) {
      const parent = joinPath(folderOf(manifest.file), path);
      const read = parent !== undefined && !gathered.has(parent) ? manifestAt(project, kinds, parent) : undefined;
      if (read) gathered.set(read.file, read);
    }
  }
  return [...gathered.values()];
}

const MAX_MANIFESTS = 50;

function manifestAt(project: SourceProject, kinds: readonly ManifestKind[], file: string): Manifest | undefined {
  const kind = kinds.find(({ name }) => name.test(file.slice(file.lastIndexOf('/') + 1)));
  const text = kind && project.has(file) ? project.read(file) : undefined;
  return kind && text !== undefined ? { file, kind, text } : undefined;
}

function propertyOf({ property }: ManifestConvention, manifests: readonly Manifest[]): PropertyValue {
  return (name) => {
    for (const { file, text } of manifests) {
      const found = property?.(text, name);
      if (found) return { text: found.value, at: locate(file, lineStartsOf(text), found.span) };
    }
    return undefined;
  };
}

/** What the nearest lock file has chosen for a package that a manifest in `wanted.folder` names. */
function lockedVersion(project: SourceProject, language: Language, file: string, wanted: { readonly name: string; readonly range?: string; readonly folder: string }): { readonly version: string; readonly file: string } | undefined {
  const { locks } = CONVENTIONS[language];
  for (const folder of foldersAbove(file)) {
    const below = folder === '' ? wanted.folder : wanted.folder === folder ? '' : wanted.folder.startsWith(`${folder}/`) ? wanted.folder.slice(folder.length + 1) : undefined;
    if (below === undefined) continue;
    for (const candidate of filesByFolder(project).get(folder) ?? []) {
      const kind = locks.find(({ name }) => name.test(candidate.slice(candidate.lastIndexOf('/') + 1)));
      const text = kind && project.read(candidate);
      const version = kind && text !== undefined ? kind.version(text, { ...wanted, folder: below }) : undefined;
      if (version !== undefined) return { version, file: candidate };
    }
  }
  return undefined;
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

function same(name: string): string {
  return name;
}
