/** Nested `.gitignore` files: each folder's rules apply below it, and the deepest rule that speaks decides. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The rules of one folder; `folder` is relative to the root, empty for the root itself. */
interface FolderRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Rules that apply at some depth of the walk, outermost first. */
export type IgnoreRules = readonly FolderRules[];

/** Longer ones are no hand-written rule files; compiling them would cost more than the walk. */
const MAX_RULE_FILE = 200_000;

/** `outer` and the rules of `folder` itself, when it has a `.gitignore`. */
export function enterFolder(outer: IgnoreRules, root: string, folder: string): IgnoreRules {
  const rules = readRules(path.join(root, folder, '.gitignore'));
  return rules ? [...outer, { folder, rules }] : outer;
}

function readRules(file: string): Ignore | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return text.length <= MAX_RULE_FILE ? ignore({ allowRelativePaths: true }).add(text) : undefined;
  } catch {
    return undefined; // A rule file that cannot be read excludes nothing.
  }
}

/** Whether `entry` (relative to the root, folders without slash at the end) is excluded. */
export function isExcluded(rules: IgnoreRules, entry: string, isFolder: boolean): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const { folder, rules: own } = rules[i]!;
    const below = folder === '' ? entry : entry.slice(folder.length + 1);
    const verdict = own.test(isFolder ? `${below}/` : below);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
