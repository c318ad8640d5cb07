/** `settings.reentrant` of an ESLint configuration: what belongs to the project and not to a rule. */
import path from 'node:path';
import type { Rule } from 'eslint';
import { findRepositoryRoot, requestedEntry, type RequestedEntry } from '../../src/inventory/index.js';

/** What is audited. */
export interface PluginSettings {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Entry points instead of those that are found; files relative to `folder`. */
  readonly entries: readonly RequestedEntry[];
}

/** The settings that hold for the file of `context`: by default the folder that ESLint runs in is audited, or, for files outside of it, their repository. */
export function settingsOf({ cwd, filename, settings }: Rule.RuleContext): PluginSettings {
  const given = (settings as { readonly reentrant?: { readonly root?: unknown; readonly entries?: unknown } }).reentrant;
  const root = typeof given?.root === 'string' ? path.resolve(cwd, given.root) : cwd;
  const entries = Array.isArray(given?.entries) ? given.entries.filter((entry) => typeof entry === 'string').map(requestedEntry) : [];
  return { folder: isBelow(filename, root) ? root : findRepositoryRoot(path.dirname(filename)), entries };
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}
