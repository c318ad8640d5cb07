/** Packages of Python projects: requirements, `pyproject.toml` and `Pipfile`, and the lock files of Poetry, uv, PDM and Pipenv. */
import type { Declaration, LockKind, ManifestConvention, ManifestKind, PackageUse } from './manifest.js';
import { jsonOf, member, textOf } from './json.js';
import { textsIn, tomlEntries, type TomlEntry } from './toml.js';

const NAME = String.raw`[A-Za-z0-9][\w.-]*`;
/** `name[extra] >=1,<2 ; marker`: name and version of a requirement. */
const REQUIREMENT = new RegExp(`^(${NAME})\\s*(?:\\[[^\\]]*\\])?\\s*(?:\\(\\s*)?((?:[=<>~!]=?=?)\\s*[^#;)\\s\\\\][^#;)\\\\]*)?`);
const FOR_DEVELOPMENT = /dev|test|lint|doc|ci\b|typing|build/i;

function requirements(use: PackageUse): ManifestKind['declarations'] {
  return (text, _property, file) => {
    const named = FOR_DEVELOPMENT.test(file.slice(file.lastIndexOf('/') + 1)) ? 'develop' : use;
    return [...text.matchAll(/^[ \t]*([A-Za-z0-9][^\r\n]*)/gm)].flatMap(({ 0: all, 1: line = '', index }) => requirement(line, named, index + all.length - line.length));
  };
}

const REQUIREMENTS: ManifestKind = { name: /^requirements[\w.-]*\.(?:txt|in)$/, declarations: requirements('run'), isInstalledAlone: true };
const CONSTRAINTS: ManifestKind = { name: /^constraints[\w.-]*\.txt$/, declarations: requirements('managed'), isInstalledAlone: true };

function requirement(text: string, use: PackageUse, start: number): readonly Declaration[] {
  const [all, name, version] = REQUIREMENT.exec(text) ?? [];
  if (all === undefined || name === undefined) return [];
  return [{ name, use, span: { start, end: start + all.trimEnd().length }, ...(version === undefined ? {} : { version: { text: version.trim() } }) }];
}

const PROJECT: ManifestKind = { name: /^(?:pyproject\.toml|Pipfile)$/, declarations: (text) => tomlEntries(text).flatMap(declaredBy) };

/** What a table lists: by key and version, or as texts in the form of a requirement. */
function declaredBy(entry: TomlEntry): readonly Declaration[] {
  const { table, key } = entry;
  if (table === 'project' && key === 'dependencies') return required(entry, 'run');
  if (table === 'project.optional-dependencies') return required(entry, useOfGroup(key));
  if (table === 'dependency-groups' || table === 'tool.pdm.dev-dependencies' || (table === 'tool.uv' && key === 'dev-dependencies')) return required(entry, 'develop');
  if (table === 'tool.poetry.dependencies' || table === 'packages') return keyed(entry, 'run');
  if (table === 'tool.poetry.dev-dependencies' || table === 'dev-packages') return keyed(entry, 'develop');
  const group = /^tool\.poetry\.group\.([\w-]+)\.dependencies$/.exec(table)?.[1];
  return group === undefined ? [] : keyed(entry, useOfGroup(group));
}

function useOfGroup(name: string): PackageUse {
  return FOR_DEVELOPMENT.test(name) ? 'develop' : 'run';
}

function required(entry: TomlEntry, use: PackageUse): readonly Declaration[] {
  return textsIn(entry).flatMap(({ text, start }) => requirement(text, use, start + 1));
}

function keyed(entry: TomlEntry, use: PackageUse): readonly Declaration[] {
  const { key: name, value, start, valueStart } = entry;
  const version = value.startsWith('{') ? /\bversion\s*=\s*["']([^"']*)["']/.exec(value)?.[1] : textsIn(entry)[0]?.text;
  const span = { start, end: valueStart + value.trimEnd().length };
  return name === 'python' ? [] : [{ name, use, span, ...(version === undefined ? {} : { version: { text: version } }) }];
}

/** `[[package]]` with `name` and `version`. */
const LOCK: LockKind = {
  name: /^(?:poetry|uv|pdm)\.lock$/,
  version: (text, { name }) => {
    const spelling = name.split(/[-_.]+/).map((part) => part.replace(/[\\^$|?*+()[\]{}]/g, '\\$&')).join('[-_.]+');
    return new RegExp(`^name = "${spelling}"\\r?\\nversion = "([^"]+)"`, 'mi').exec(text)?.[1];
  },
};

const PIPFILE_LOCK: LockKind = {
  name: /^Pipfile\.lock$/,
  version: (text, { name }) => textOf(member(jsonOf(text), 'default', name, 'version')) ?? textOf(member(jsonOf(text), 'default', normal(name), 'version')),
};

export const PYTHON_MANIFESTS: ManifestConvention = { manifests: [REQUIREMENTS, PROJECT, CONSTRAINTS], locks: [LOCK, PIPFILE_LOCK], normal };

/** Case, dashes, underscores and dots are one in names of Python packages. */
function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
