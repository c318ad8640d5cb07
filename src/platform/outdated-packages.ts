/** Which of the packages that a function uses are older than they may be where it takes several invocations at once. */
import type { Language } from '../frontends/frontend.js';
import type { DeclaredPackage } from '../inventory/index.js';
import { isBelow } from '../knowledge/index.js';
import { MINIMUM_VERSIONS, type MinimumVersion } from '../runtimes/minimum-versions.js';
import { isModuleOf } from './modules.js';

/** What says which packages are in use. */
export interface UsedCode {
  readonly language: Language;
  readonly libraries: readonly string[];
  /** Its image is none of Lambda's own: the client that asks for invocations is one of its packages. */
  readonly bringsRuntimeClient: boolean;
}

/** What is too old for the same reason, in the order of the files. */
export interface OutdatedPackages {
  readonly minimum: MinimumVersion;
  readonly outdated: readonly DeclaredPackage[];
}

/** A range that admits a newer version is taken to have got one: only what is pinned, locked or bound from above is too old. */
export function outdatedPackages(packages: readonly DeclaredPackage[], code: UsedCode): readonly OutdatedPackages[] {
  const judged = new Set<DeclaredPackage>();
  return MINIMUM_VERSIONS[code.language].flatMap((minimum) => {
    if (minimum.inOwnImage === true && !code.bringsRuntimeClient) return [];
    const outdated = packages.filter((declared) => !judged.has(declared) && declared.use === 'run' && isUsed(minimum, declared, code) && isBelow(declared.version, minimum.least));
    for (const declared of outdated) judged.add(declared);
    return outdated.length === 0 ? [] : [{ minimum, outdated: outdated.sort(byPlace) }];
  });
}

/** Whether `minimum` speaks of the package, and the code imports what is in it. */
function isUsed({ packages, imports }: MinimumVersion, { key }: DeclaredPackage, { libraries }: UsedCode): boolean {
  return packages.some((pattern, index) => {
    const filled = matched(pattern, key);
    const wanted = imports?.[index] ?? imports?.[0];
    if (filled === undefined || imports === undefined || wanted === undefined) return filled !== undefined;
    const imported = wanted.replace('*', () => filled).toLowerCase();
    return libraries.some((library) => isModuleOf(library.toLowerCase(), imported));
  });
}

/** What the `*` of `pattern` stands for in `name`; the empty text where it has none. */
function matched(pattern: string, name: string): string | undefined {
  const [before = '', after] = pattern.toLowerCase().split('*');
  const known = name.toLowerCase();
  if (after === undefined) return known === before ? '' : undefined;
  return known.startsWith(before) && known.length > before.length ? known.slice(before.length) : undefined;
}

function byPlace(a: DeclaredPackage, b: DeclaredPackage): number {
  return a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : a.at.line - b.at.line || a.at.column - b.at.column;
}
