/** Versions of packages, as the manifests nearest to a file pin them. Nothing is guessed: what no manifest says stays unknown. */
import type { Language, SourceProject } from '../../frontends/frontend.js';
import { DOTNET_MANIFESTS } from './dotnet.js';
import { JAVA_MANIFESTS } from './java.js';
import { filesByFolder, foldersAbove } from './manifest.js';
import type { ManifestConvention, ManifestKind } from './manifest.js';
import { NODE_MANIFESTS } from './node.js';
import { PYTHON_MANIFESTS } from './python.js';

const CONVENTIONS: Record<Language, ManifestConvention> = { node: NODE_MANIFESTS, python: PYTHON_MANIFESTS, java: JAVA_MANIFESTS, dotnet: DOTNET_MANIFESTS };

/** The version of a package that code in `file` uses: as it is written, a version or a range. */
export function pinnedVersions(project: SourceProject, language: Language, file: string): (packageName: string) => string | undefined {
  const convention = CONVENTIONS[language];
  const folders = foldersAbove(file);
  const texts = (kinds: readonly ManifestKind[]): readonly { kind: ManifestKind; text: string }[] => folders.flatMap((folder) =>
    (filesByFolder(project).get(folder) ?? []).flatMap((candidate) => {
      const kind = kinds.find(({ name }) => name.test(candidate.slice(candidate.lastIndexOf('/') + 1)));
      const text = kind && project.read(candidate);
      return kind && text !== undefined ? [{ kind, text }] : [];
    }));
  const property = (name: string): string | undefined => first(texts(convention.kinds.flat()), ({ text }) => convention.property?.(text, name));
  return (packageName) => first(convention.kinds, (kinds) => first(texts(kinds), ({ kind, text }) => kind.version(text, packageName, property)));
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
