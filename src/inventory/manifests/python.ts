/** Package versions of Python projects: lock files, then requirements and `pyproject.toml`. */
import { jsonOf, member, textOf } from './manifest.js';
import type { ManifestConvention, ManifestKind } from './manifest.js';

const LOCK: ManifestKind = { name: /^(?:poetry|uv|pdm)\.lock$/, version: (text, name) => new RegExp(`^name = "${spelled(name)}"\\nversion = "([^"]+)"`, 'mi').exec(text)?.[1] };

const PIPFILE_LOCK: ManifestKind = { name: /^Pipfile\.lock$/, version: (text, name) => textOf(member(jsonOf(text), 'default', name, 'version')) };

const REQUIREMENTS: ManifestKind = { name: /^requirements.*\.txt$/, version: (text, name) => new RegExp(`^\\s*${spelled(name)}(?:\\[[^\\]]*\\])?\\s*([=<>~!][^#;\\n\\\\]*)`, 'mi').exec(text)?.[1]?.trim() };

const PROJECT: ManifestKind = {
  name: /^(?:pyproject\.toml|Pipfile)$/,
  version: (text, name) => new RegExp(`^\\s*["']?${spelled(name)}["']?\\s*=\\s*(?:\\{[^\\n}]*version\\s*=\\s*)?["']([^"']+)`, 'mi').exec(text)?.[1]
    ?? new RegExp(`["']${spelled(name)}(?:\\[[^\\]]*\\])?\\s*([=<>~!][^"';]*)`, 'i').exec(text)?.[1],
};

export const PYTHON_MANIFESTS: ManifestConvention = { kinds: [[LOCK, PIPFILE_LOCK], [REQUIREMENTS, PROJECT]] };

/** Dashes, underscores and dots are one in names of Python packages. */
function spelled(name: string): string {
  return name.split(/[-_.]+/).map((part) => part.replace(/[\\^$|?*+()[\]{}]/g, '\\$&')).join('[-_.]+');
}
