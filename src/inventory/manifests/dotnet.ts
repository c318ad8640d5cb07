/** Packages of .NET projects: references of the project, versions that are kept for all projects in one place, lock files. */
import { filled } from './manifest.js';
import type { Declaration, LockKind, ManifestConvention, ManifestKind, PackageUse } from './manifest.js';
import { jsonOf, member, textOf } from './json.js';
import { textIn, withoutComments } from './xml.js';

/** `$(Version)`. */
const REFERENCE = /\$\(([\w.]+)\)/g;

const PROJECT: ManifestKind = { name: /\.(?:cs|fs|vb)proj$/i, declarations: references };
const CENTRAL: ManifestKind = { name: /^Directory\.(?:Packages|Build)\.props$/i, declarations: references };

const USES: Readonly<Record<string, PackageUse>> = { packagereference: 'run', packageversion: 'managed' };

/** `<PackageReference Include="X" Version="1.0" />`, or with the version as an element inside. */
function references(text: string, property: Parameters<typeof filled>[2]): readonly Declaration[] {
  const pattern = /<(PackageReference|PackageVersion)\s[^<>]*?(?:Include|Update)\s*=\s*"([^"<>]+)"[^<>]*>(?:\s*<Version>\s*([^<\s]+)\s*<\/Version>)?/gi;
  return [...withoutComments(text).matchAll(pattern)].map(({ 0: all, 1: element = '', 2: name = '', 3: inside, index }) => {
    const version = filled(/\bVersion(?:Override)?\s*=\s*"([^"]+)"/i.exec(all)?.[1] ?? inside, REFERENCE, property);
    return { name, use: USES[element.toLowerCase()] ?? 'run', span: { start: index, end: index + all.length }, ...(version ? { version } : {}) };
  });
}

/** The version that restoring has chosen, for each target framework. */
const LOCK: LockKind = {
  name: /^packages\.lock\.json$/,
  version: (text, { name, folder }) => {
    const frameworks = member(jsonOf(text), 'dependencies');
    if (folder !== '' || typeof frameworks !== 'object' || frameworks === null) return undefined;
    const chosen = Object.keys(frameworks).flatMap((framework) => textOf(member(frameworks, framework, name, 'resolved')) ?? []);
    return chosen[0];
  },
};

export const DOTNET_MANIFESTS: ManifestConvention = {
  manifests: [PROJECT, CENTRAL], locks: [LOCK],
  property: (text, name) => textIn(text, name),
  normal: (name) => name.toLowerCase(),
};
