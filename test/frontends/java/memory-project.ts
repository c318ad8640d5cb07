import type { SourceProject } from '../../../src/frontends/frontend.js';

/** A project whose files are texts at hand. */
export function memoryProject(files: ReadonlyMap<string, string>): SourceProject {
  return {
    root: '/project',
    files: [...files.keys()].sort(),
    has: (file) => files.has(file),
    read: (file) => files.get(file),
    problem: () => undefined,
  };
}
