/**
 * Python packages that `pip install --target` put beside the team's own modules, as layers and zip packages have them.
 * pip leaves a folder `NAME-VERSION.dist-info` whose RECORD lists every installed file:
 * https://packaging.python.org/en/latest/specifications/recording-installed-packages/
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const INFORMATION = /^(.+?)-[^-]+\.(?:dist-info|egg-info)$/;
const MAX_RECORD_BYTES = 4 << 20;

/** Names in `folder` (absolute) that an installer wrote there: packages, modules and the information about them. */
export function installedNames(folder: string, subfolders: readonly string[]): ReadonlySet<string> {
  return new Set(subfolders.flatMap((name) => {
    const distribution = INFORMATION.exec(name)?.[1];
    return distribution === undefined ? [] : [name, ...recorded(path.join(folder, name)), ...namedLike(distribution)];
  }));
}

function recorded(folder: string): readonly string[] {
  const lines = ['RECORD', 'top_level.txt'].flatMap((name) => linesOf(path.join(folder, name)));
  return lines.map((line) => line.split(/[/,]/, 1)[0]!).filter((name) => name !== '' && name !== '..').flatMap((name) => [name, `${name}.py`]);
}

/** What is left when the lists were not committed: most packages are called like their distribution. */
function namedLike(distribution: string): readonly string[] {
  const name = distribution.replaceAll(/[-.]/g, '_');
  return [name, name.toLowerCase(), `${name.toLowerCase()}.py`];
}

function linesOf(file: string): readonly string[] {
  try {
    return statSync(file).size > MAX_RECORD_BYTES ? [] : readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return []; // Not every installer writes both.
  }
}
