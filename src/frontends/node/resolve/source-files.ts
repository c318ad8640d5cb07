/** From the path that a specifier means to the file that is there: extensions left out or written as in the build output. */
import type { SourceProject } from '../../frontend.js';
import { join } from './paths.js';

/** In the order in which they are tried; a declaration is no code, so it comes last. */
const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.ts', '.d.mts', '.d.cts'];
/** Sources that a path written for the build output stands for. */
const SOURCES_OF: readonly (readonly [output: string, sources: readonly string[]])[] = [
  ['.js', ['.ts', '.tsx', '.jsx']], ['.jsx', ['.tsx']], ['.mjs', ['.mts']], ['.cjs', ['.cts']],
];
const OUTPUT_FOLDER = /(^|\/)(?:dist|build|lib|out|cjs|esm)\//;

export function isDeclaration(file: string): boolean {
  return /\.d\.[mc]?ts$/.test(file);
}

/** The file that `path` names. TypeScript takes `./a.js` for the source beside it, even when somebody has left the output there too. */
export function fileAt(project: SourceProject, path: string, fromTypeScript: boolean): string | undefined {
  if (path === '') return undefined;
  const source = sourceBeside(project, path);
  if (fromTypeScript && source !== undefined) return source;
  if (project.has(path)) return path;
  const extension = EXTENSIONS.find((e) => project.has(path + e));
  return source ?? (extension === undefined ? undefined : path + extension);
}

function sourceBeside(project: SourceProject, path: string): string | undefined {
  for (const [output, sources] of SOURCES_OF) {
    if (!path.endsWith(output)) continue;
    const stem = path.slice(0, -output.length);
    const source = sources.find((extension) => project.has(stem + extension));
    if (source !== undefined) return stem + source;
  }
  return undefined;
}

/** `index.ts` and its relatives in `folder`. */
export function indexIn(project: SourceProject, folder: string): string | undefined {
  return EXTENSIONS.map((extension) => join(folder, `index${extension}`)).find((file) => project.has(file));
}

/** The first of the entry files `paths` that has code, as written or where its source would be: `dist/index.js` → `src/index.ts`. */
export function firstFile(project: SourceProject, paths: readonly string[], sourcesOfOutput: (path: string) => readonly string[]): string | undefined {
  let declaration: string | undefined;
  for (const path of paths) {
    for (const candidate of [path, ...sourcesOfOutput(path)]) {
      const found = entryAt(project, candidate);
      if (found !== undefined && !isDeclaration(found)) return found;
      declaration ??= found;
    }
  }
  return declaration;
}

/** Never through the manifest of a folder, which could lead round in circles. */
function entryAt(project: SourceProject, path: string): string | undefined {
  if (project.has(path) && !path.endsWith('.json') && !isDeclaration(path)) return path;
  const stem = path.replace(/(\.d)?\.[mc]?[jt]sx?$/, '');
  const extension = EXTENSIONS.find((e) => project.has(stem + e));
  return extension === undefined ? indexIn(project, path) : stem + extension;
}

/** Where the source of a file in a folder with a usual name for build output may be. */
export function usualSources(path: string): readonly string[] {
  return OUTPUT_FOLDER.test(path) ? [path.replace(OUTPUT_FOLDER, '$1src/'), path.replace(OUTPUT_FOLDER, '$1')] : [];
}
