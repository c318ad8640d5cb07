/** What the libraries that code imports take of the memory of each process or worker, by the table of `src/runtimes/import-footprints.ts`. */
import type { Language } from '../frontends/frontend.js';
import { IMPORT_FOOTPRINTS, RUNTIME_FOOTPRINT, type ImportFootprint } from '../runtimes/import-footprints.js';
import { isModuleOf } from './modules.js';

export interface Footprint {
  /** MB of a process or worker before it works: runtime and imports. */
  readonly loaded: number;
  /** MB on top of that while it works on one invocation. */
  readonly work: number;
  /** Where they come from, greatest first: `38 MB for pandas`. */
  readonly parts: readonly string[];
}

/** Share of its memory that a process or worker may fill: AWS's own signal that memory is too small is 90 %. */
export const FILLED = 0.9;

/** `libraries`: modules that the code imports. What the table does not know takes nothing. */
export function footprintOf(language: Language, libraries: readonly string[]): Footprint {
  const table = IMPORT_FOOTPRINTS[language];
  const imported = table.filter(({ imports }) => imports.some((name) => libraries.some((library) => isModuleOf(library, name))));
  const all = new Set([...imported, ...imported.flatMap(({ loads = [] }) => table.filter(({ library }) => loads.includes(library)))]);
  const runtime = RUNTIME_FOOTPRINT[language];
  const loaded = [...all].reduce((sum, { megabytes }) => sum + megabytes, runtime);
  // Code that imports several seldom does the work of all of them at once.
  const [work] = imported.flatMap((one) => one.work ?? []).sort((a, b) => b.megabytes - a.megabytes);
  return {
    loaded, work: work?.megabytes ?? 0,
    parts: [
      ...(work ? [`${work.megabytes} MB for ${work.of}`] : []),
      ...[...all].sort(byMegabytes).map(({ megabytes, library }) => `${megabytes} MB for ${library}`),
      `${runtime} MB for the runtime`,
    ],
  };
}

function byMegabytes(a: ImportFootprint, b: ImportFootprint): number {
  return b.megabytes - a.megabytes;
}
