/** Files of Lambda layers: mounted at `/opt`, kept in folders of the repository. */
import type { SourceProject } from '../../frontend.js';
import { commonFolders } from './paths.js';
import { fileAt, indexIn } from './source-files.js';

/** `/opt/nodejs/x` is `…/nodejs/x` (or just `…/x`) in the folder of some layer; the one nearest to `folder` wins. */
export function findLayerFile(project: SourceProject, folder: string, specifier: string): string | undefined {
  if (!specifier.startsWith('/opt/')) return undefined;
  const inLayer = specifier.slice('/opt/'.length);
  for (const tail of [inLayer, inLayer.replace(/^nodejs\//, '')]) {
    const stem = tail.replace(/\.[mc]?[jt]s$/, '');
    const homes = new Set(project.files.filter((file) => /layer|nodejs\//i.test(file)).flatMap((file) => homeOf(file, stem)));
    const found = [...homes].flatMap((path) => fileAt(project, path, false) ?? indexIn(project, path) ?? []);
    const [nearest] = found.sort((a, b) => commonFolders(b, folder) - commonFolders(a, folder));
    if (nearest !== undefined) return nearest;
  }
  return undefined;
}

/** The path in the repository that `stem` is for, when `file` is that module or its index. */
function homeOf(file: string, stem: string): readonly string[] {
  const path = file.replace(/(?:\.d)?\.[mc]?[jt]sx?$|\.json$/, '').replace(/\/index$/, '');
  return path === stem || path.endsWith(`/${stem}`) ? [path] : [];
}
