/** Packages of Node.js projects: `package.json` and the lock files of npm, Yarn and pnpm. */
import { escaped } from './manifest.js';
import type { Declaration, LockKind, ManifestConvention, ManifestKind, PackageUse, Wanted } from './manifest.js';
import { jsonOf, member, textOf } from './json.js';

const SECTIONS: readonly (readonly [string, PackageUse])[] = [['dependencies', 'run'], ['optionalDependencies', 'run'], ['peerDependencies', 'develop'], ['devDependencies', 'develop']];

const PACKAGE: ManifestKind = { name: /^package\.json$/, declarations: (text) => SECTIONS.flatMap(([section, use]) => declaredIn(text, section, use)) };

/** The members of a section that the parsed text has too: nothing of a broken manifest, or of another object's section. */
function declaredIn(text: string, section: string, use: PackageUse): readonly Declaration[] {
  const parsed = member(jsonOf(text), section);
  if (parsed === undefined) return [];
  const block = [...text.matchAll(new RegExp(`"${section}"\\s*:\\s*\\{([^{}]*)\\}`, 'dg'))].flatMap((match) => match.indices?.[1] ?? []);
  const [from, to] = block.length >= 2 ? [block[0] ?? 0, block[1] ?? 0] : [0, 0];
  return [...text.slice(from, to).matchAll(/"([@\w][^"]*)"\s*:\s*"([^"]*)"/g)].flatMap(({ 0: all, 1: name = '', 2: version = '', index }) =>
    (textOf(member(parsed, name)) === version ? [{ name, version: { text: version }, use, span: { start: from + index, end: from + index + all.length } }] : []));
}

/** npm keeps what a folder uses in its own `node_modules` or in one above; a folder that is no workspace of the lock file has none. */
const NPM_LOCK: LockKind = {
  name: /^(?:package-lock|npm-shrinkwrap)\.json$/,
  version: (text, { name, folder }) => {
    const lock = jsonOf(text);
    const packages = member(lock, 'packages');
    if (packages === undefined) return folder === '' ? textOf(member(lock, 'dependencies', name, 'version')) : undefined;
    if (folder !== '' && member(packages, folder) === undefined) return undefined;
    for (const above of foldersFrom(folder)) {
      const version = textOf(member(packages, `${above}node_modules/${name}`, 'version'));
      if (version !== undefined) return version;
    }
    return undefined;
  },
};

/** `a/b/`, `a/` and the empty name for `a/b`. */
function foldersFrom(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return Array.from({ length: parts.length + 1 }, (_, index) => parts.slice(0, parts.length - index).map((part) => `${part}/`).join(''));
}

/** `"name@^1.0.0", name@npm:^1.1.0:` and the version in the next line but for comments. */
const YARN_LOCK: LockKind = {
  name: /^yarn\.lock$/,
  version: (text, { name, range }) => {
    const entries = [...text.matchAll(new RegExp(`^"?${escaped(name)}@([^\\n]*):\\n\\s+version:? "?([\\w.+-]+)`, 'gm'))];
    const chosen = entries.filter(({ 1: keys = '' }) => range !== undefined && keys.split(/,\s*/).some((key) => key.replace(/^"|"$/g, '').replace(/^.*@/, '').replace(/^npm:/, '') === range));
    return (chosen[0] ?? (entries.length === 1 || range === undefined ? entries[0] : undefined))?.[2];
  },
};

const PNPM_LOCK: LockKind = {
  name: /^pnpm-lock\.yaml$/,
  version: (text, wanted) => importedByPnpm(text, wanted) ?? (/^importers:/m.test(text) && wanted.range !== undefined ? undefined : new RegExp(`^\\s+'?/?${escaped(wanted.name)}[@/](\\d[\\w.+-]*)`, 'm').exec(text)?.[1]),
};

/** What the folder's own section says: `name: 1.2.3`, or the version below `name` beside the range. */
function importedByPnpm(text: string, { name, folder }: Wanted): string | undefined {
  const section = new RegExp(`^  '?${escaped(folder === '' ? '.' : folder)}'?:\\n((?:(?: {4}.*)?\\n)*)`, 'm').exec(/^importers:\n[^]*/m.exec(text)?.[0] ?? '')?.[1]
    ?? (folder === '' ? /^dependencies:\n((?:(?: .*)?\n)*)/m.exec(text)?.[1] : undefined);
  return section && new RegExp(`^\\s+'?${escaped(name)}'?:\\s*(?:\\n\\s+specifier: .*\\n\\s+version:)? '?(\\d[\\w.+-]*)`, 'm').exec(section)?.[1];
}

export const NODE_MANIFESTS: ManifestConvention = { manifests: [PACKAGE], locks: [NPM_LOCK, YARN_LOCK, PNPM_LOCK] };
