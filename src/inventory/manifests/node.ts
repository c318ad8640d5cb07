/** Package versions of Node.js projects: lock files, and the ranges of `package.json` where there is none. */
import { escaped, jsonOf, member, textOf } from './manifest.js';
import type { ManifestConvention, ManifestKind } from './manifest.js';

const NPM_LOCK: ManifestKind = {
  name: /^(?:package-lock|npm-shrinkwrap)\.json$/,
  version: (text, name) => {
    const lock = jsonOf(text);
    return textOf(member(lock, 'packages', `node_modules/${name}`, 'version')) ?? textOf(member(lock, 'dependencies', name, 'version'));
  },
};

const YARN_LOCK: ManifestKind = { name: /^yarn\.lock$/, version: (text, name) => new RegExp(`^"?${escaped(name)}@[^\\n]*:\\n\\s+version:? "?([\\w.+-]+)`, 'm').exec(text)?.[1] };

const PNPM_LOCK: ManifestKind = { name: /^pnpm-lock\.yaml$/, version: (text, name) => new RegExp(`^\\s+'?/?${escaped(name)}[@/](\\d[\\w.+-]*)`, 'm').exec(text)?.[1] };

const PACKAGE: ManifestKind = {
  name: /^package\.json$/,
  version: (text, name) => {
    const manifest = jsonOf(text);
    return textOf(member(manifest, 'dependencies', name)) ?? textOf(member(manifest, 'devDependencies', name)) ?? textOf(member(manifest, 'peerDependencies', name));
  },
};

export const NODE_MANIFESTS: ManifestConvention = { kinds: [[NPM_LOCK, YARN_LOCK, PNPM_LOCK], [PACKAGE]] };
