/** From the path that is deployed to the path of the source: build folders undone, files found by the end of their path. */

import { joinPath } from '../files/files-below.js';

const OUTPUT_FOLDERS = new Set(['dist', 'build', 'out', 'lib', 'target', 'bundle', '.build', '.esbuild', '.webpack', '.aws-sam']);
const SOURCE_FOLDERS = ['src', 'lib', 'source', 'app'];

/** `path` itself, then what it may have been built from: `a/dist/b` may come from `a/src/b` or `a/b`. */
export function sourcePaths(path: string): readonly string[] {
  const segments = path.split('/');
  const built = segments.flatMap((segment, i) => {
    if (!OUTPUT_FOLDERS.has(segment)) return [];
    const [before, after] = [segments.slice(0, i), segments.slice(i + 1)];
    return [...SOURCE_FOLDERS.map((folder) => [...before, folder, ...after]), [...before, ...after]].map((parts) => parts.join('/'));
  });
  return [...new Set([path, ...built])];
}

/** Whether `file` is the module of that path below `folder`, or the index of it, and not one found elsewhere. */
export function isAt(file: string, path: string, folder: string | undefined): boolean {
  const exact = folder === undefined ? undefined : joinPath(folder, path);
  return exact !== undefined && file.startsWith(exact) && /^(?:\/(?:index|__init__))?\.\w+$/.test(file.slice(exact.length));
}

/** What of `path` stands behind the last folder of output in it: `orders/create` of `dist/orders/create`; nothing when there is none. */
export function behindOutput(path: string): string | undefined {
  const segments = path.split('/');
  const last = segments.findLastIndex((segment) => OUTPUT_FOLDERS.has(segment));
  return last < 0 || last === segments.length - 1 ? undefined : segments.slice(last + 1).join('/');
}

/** The file with the shortest path that ends in one of `suffixes` (the first that matches at all); nothing when several are equally near. */
export function nearestWithSuffix(files: readonly string[], suffixes: readonly string[]): string | undefined {
  for (const suffix of suffixes) {
    const found = files.filter((file) => file === suffix || file.endsWith(`/${suffix}`));
    const depth = Math.min(...found.map(depthOf));
    const nearest = found.filter((file) => depthOf(file) === depth);
    if (nearest.length === 1) return nearest[0];
    if (nearest.length > 1) return undefined;
  }
  return undefined;
}

function depthOf(file: string): number {
  return file.split('/').length;
}
