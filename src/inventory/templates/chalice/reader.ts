/** Applications of AWS Chalice: decorators in `app.py` and `chalicelib` declare the functions, `.chalice/config.json` has their settings, where it is kept in the repository. */
import type { Problem } from '../../../ir/index.js';
import type { CodeBase } from '../../conventions/index.js';
import { folderOf, joinPath } from '../../files/files-below.js';
import { codeBaseOf } from '../../programs.js';
import type { DeclarationReader, Declarations, DeclaredFunction } from '../declared-function.js';
import { parseTemplate, type MapNode } from '../document.js';
import { mapIn } from '../merged-map.js';
import { functionOf, restApi } from './chalice-function.js';
import { decoratedIn } from './decorators.js';

const CONFIG = /(?:^|\/)\.chalice\/config\.json$/;
const APPLICATION = /(?:^|\/)app\.py$/;
const IMPORTS_CHALICE = /^\s*(?:from|import)\s+chalice\b/m;
/** The stage of `chalice deploy` without a name. */
const DEFAULT_STAGE = 'dev';

export const chalice: DeclarationReader = {
  mayDeclare: (file) => CONFIG.test(file) || APPLICATION.test(file),
  read(candidates, source, isAskedFor): Declarations {
    const files: string[] = [];
    const functions: DeclaredFunction[] = [];
    const problems: Problem[] = [];
    for (const folder of new Set(candidates.map(applicationFolder))) {
      const application = joinPath(folder, 'app.py') ?? '';
      const config = joinPath(folder, '.chalice/config.json') ?? '';
      // What has a configuration may import Chalice by way of a class of its own.
      if (!source.project.has(application) || !(source.project.has(config) || IMPORTS_CHALICE.test(source.project.read(application) ?? ''))) continue;
      const code = codeBaseOf(source, 'python');
      if (!code) continue;
      const text = source.project.has(config) ? source.project.read(config) : undefined;
      const { root, problem } = text === undefined ? {} : parseTemplate(config, text);
      if (problem) problems.push(problem);
      const file = root === undefined ? application : config;
      const found = functionsIn(file, folder, root?.kind === 'map' ? root : undefined, code);
      if (found.length === 0 && isAskedFor) problems.push({ kind: 'unreadable', file, message: 'its application declares no functions' });
      if (found.length === 0) continue;
      files.push(file);
      functions.push(...found);
    }
    return { files: files.sort(), functions, capacityProviders: [], problems };
  },
};

function applicationFolder(file: string): string {
  return CONFIG.test(file) ? folderOf(folderOf(file)) : folderOf(file);
}

function functionsIn(file: string, folder: string, root: MapNode | undefined, code: CodeBase): readonly DeclaredFunction[] {
  const decorated = decoratedIn(folder, code);
  const routes = decorated.filter(({ kind }) => kind === 'route');
  const application = { file, path: CONFIG.test(file) ? '..' : '.' };
  return [
    ...(routes.length > 0 ? [restApi(application, settingsOf(root, 'api_handler'), routes)] : []),
    ...decorated.filter(({ kind }) => kind !== 'route').map((each) => functionOf(application, settingsOf(root, each.name), each)),
  ];
}

/** Settings of a function, from those of the application to its own in the stage. */
function settingsOf(root: MapNode | undefined, name: string): readonly MapNode[] {
  const stages = mapIn(root, 'stages');
  const stage = mapIn(stages, DEFAULT_STAGE) ?? (stages?.keys[0] === undefined ? undefined : mapIn(stages, stages.keys[0]));
  const own = mapIn(mapIn(stage, 'lambda_functions'), name);
  return [root, stage, own].filter((map) => map !== undefined);
}
