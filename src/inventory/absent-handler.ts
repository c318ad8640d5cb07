/** Whether a handler that was not found is missing in what is deployed, too. Much is built, generated or added before it is; where there is a sign of that, nothing is certain. */
import type { SourceProject } from '../frontends/frontend.js';
import type { CodeArea } from './code-area.js';
import type { Conventions, HandlerAnswer } from './conventions/index.js';
import { filesBelow, folderOf } from './files/files-below.js';
import type { DeclarationFormat } from './lambda-function.js';
import type { DeclaredFunction } from './templates/declared-function.js';

interface DeclaredCode {
  readonly declared: DeclaredFunction;
  readonly area: CodeArea;
  readonly conventions: Conventions;
  readonly project: SourceProject;
}

/** Tools that deploy the folder as it is, where no build step is named. Plugins of others write handlers of their own into it. */
const DEPLOY_AS_IT_IS: ReadonlySet<DeclarationFormat> = new Set(['SAM', 'CloudFormation']);
/** Files that say that something is built, by whatever: beside the code or above it. */
const BUILDS = /^(?:Makefile|makefile|Dockerfile|tsconfig[\w.-]*\.json|(?:webpack|rollup|esbuild|vite|babel|tsup|gulpfile|Gruntfile|build)[\w.-]*|.*\.sh|setup\.(?:py|cfg)|pyproject\.toml|Pipfile|nx\.json|turbo\.json|.*\.mk|buildspec[\w.-]*|serverless\.\w+)$/;
const MANIFESTS = /^(?:package\.json|requirements[\w.-]*\.txt)$/;
const BUILD_TOOLS = /"(?:pre|post)?(?:build|bundle|compile|package)[\w:-]*"|\b(?:esbuild|webpack|rollup|parcel|typescript|babel|ncc|vite|tsup|swc)\b/;

export function isAbsent({ lacks }: Extract<HandlerAnswer, { readonly kind: 'missing' }>, code: DeclaredCode): boolean {
  const { area, declared } = code;
  // What a tool falls back on may be out of use.
  if (lacks === 'method') return declared.isFallback !== true;
  if (lacks === undefined || area.folder === undefined || area.isBuilt) return false;
  return lacks === 'symbol' || (DEPLOY_AS_IT_IS.has(declared.format) && declared.layers.length === 0 && runsAsItIs(code, area.folder));
}

/** There is code of the language in the folder, and no sign that more comes in before it is deployed. */
function runsAsItIs({ declared, conventions: { interpreted }, project }: DeclaredCode, folder: string): boolean {
  const beside = namesIn(project, folder);
  if (interpreted === undefined || !beside.some((name) => interpreted.test(name))) return false;
  const module = declared.handler?.value.split(/[./]/)[0] ?? '';
  return foldersAbove(folder).every((above) => namesIn(project, above).every((name) => {
    if (BUILDS.test(name)) return false;
    if (!MANIFESTS.test(name)) return true;
    const text = project.read(above === '' ? name : `${above}/${name}`) ?? '';
    return !BUILD_TOOLS.test(text) && !text.includes(module);
  }));
}

/** Names of the files that lie in `folder` itself. */
function namesIn(project: SourceProject, folder: string): readonly string[] {
  const start = folder === '' ? 0 : folder.length + 1;
  return filesBelow(project.files, folder).map((file) => file.slice(start)).filter((name) => !name.includes('/'));
}

function foldersAbove(folder: string): readonly string[] {
  return folder === '' ? [''] : [folder, ...foldersAbove(folderOf(folder))];
}
