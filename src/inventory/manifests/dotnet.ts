/** Package versions of .NET projects: references of the project, versions that are kept for all projects in one place. */
import { escaped } from './manifest.js';
import type { ManifestConvention, ManifestKind } from './manifest.js';

const PROJECT: ManifestKind = { name: /\.(?:cs|fs|vb)proj$/i, version: (text, name, property) => versionOf(text, 'PackageReference', name, property) };
const CENTRAL: ManifestKind = { name: /^Directory\.(?:Packages|Build)\.props$/i, version: (text, name, property) => versionOf(text, 'Package(?:Version|Reference)', name, property) };

export const DOTNET_MANIFESTS: ManifestConvention = {
  kinds: [[PROJECT, CENTRAL]],
  property: (text, name) => new RegExp(`<${escaped(name)}>\\s*([^<\\s]+)\\s*</`, 'i').exec(text)?.[1],
};

/** `<PackageReference Include="X" Version="1.0" />`, or with the version as an element inside. */
function versionOf(text: string, element: string, name: string, property: (name: string) => string | undefined): string | undefined {
  const reference = new RegExp(`<${element}\\s[^>]*?(?:Include|Update)\\s*=\\s*"${escaped(name)}"[^>]*>(?:\\s*<Version>\\s*([^<\\s]+))?`, 'i').exec(text);
  if (!reference) return undefined;
  const written = /\bVersion(?:Override)?\s*=\s*"([^"]+)"/i.exec(reference[0])?.[1] ?? reference[1];
  return written?.replace(/\$\(([\w.]+)\)/g, (all, variable: string) => property(variable) ?? all);
}
