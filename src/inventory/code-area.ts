/** From what a template says about the code to a place in the repository: folder, container, start of the search. */
import type { SourceProject } from '../frontends/frontend.js';
import { nearestWithSuffix } from './conventions/source-paths.js';
import { filesBelow, folderOf, joinPath } from './files/files-below.js';
import type { DeclaredFunction } from './templates/declared-function.js';
import { inlineFolder } from './templates/cloudformation/inline-code.js';
import { readDockerfile, type Dockerfile } from './templates/dockerfile.js';

export interface CodeArea {
  /** Nothing when the template does not lead to a folder of the repository. */
  readonly folder: string | undefined;
  readonly templateFolder: string;
  /** The folder that is deployed, where it is output that is not in the repository: `folder` then is what it is made from. */
  readonly deployed?: string;
  readonly isBuilt: boolean;
  readonly dockerfile?: Dockerfile;
}

const ARCHIVE = /\.(?:zip|jar|war|tgz|tar\.gz)$/;
const SOURCE_FILE = /\.(?:[cm]?[jt]sx?|py|java|cs)$/;
const OUTPUT = /(?:^|\/)(?:target|\.?build|\.?dist|out|bin|publish|\.aws-sam|asset\.[0-9a-f]+)(?:\/|$)/;

/** A path, as written, that leads to an archive rather than to a folder or a source file. */
export function isArchive(path: string): boolean {
  return ARCHIVE.test(path);
}

/** Where the code of `declared` lies. */
export function codeAreaOf(declared: DeclaredFunction, project: SourceProject): CodeArea {
  const templateFolder = folderOf(declared.template);
  const hasBuildStep = declared.buildMethod !== undefined || declared.entryPoints.length > 0;
  switch (declared.code.kind) {
    case 'local': return localArea(declared.code.path, templateFolder, hasBuildStep, project);
    case 'image': return imageArea(declared.code, templateFolder, project);
    case 'inline': return inlineArea(declared, project);
    case 'elsewhere': return { folder: undefined, templateFolder, isBuilt: true };
  }
}

/** The files that are written in the template, where the project has them. */
function inlineArea({ template, logicalId }: DeclaredFunction, project: SourceProject): CodeArea {
  const folder = inlineFolder(template, logicalId);
  const isThere = filesBelow(project.files, folder).length > 0;
  return isThere ? { folder, templateFolder: folder, isBuilt: false } : { folder: undefined, templateFolder: folderOf(template), isBuilt: true };
}

function localArea(written: string, templateFolder: string, hasBuildStep: boolean, project: SourceProject): CodeArea {
  const path = joinPath(templateFolder, written);
  if (path === undefined) return { folder: undefined, templateFolder, isBuilt: true };
  const isFile = isArchive(path) || (SOURCE_FILE.test(path) && project.has(path));
  const folder = isFile ? folderOf(path) : path;
  const output = OUTPUT.exec(written) ? OUTPUT.exec(folder) : null;
  const isMissing = filesBelow(project.files, folder).length === 0;
  // What is in an output folder was built from the sources beside it.
  const source = output && isMissing ? folder.slice(0, output.index) : folder;
  return { folder: source, templateFolder, ...(isMissing ? { deployed: folder } : {}), isBuilt: hasBuildStep || isArchive(path) || output !== null || isMissing };
}

function imageArea(code: DeclaredFunction['code'] & { readonly kind: 'image' }, templateFolder: string, project: SourceProject): CodeArea {
  const context = code.context === undefined ? undefined : joinPath(templateFolder, code.context);
  const name = code.dockerfile ?? 'Dockerfile';
  const written = [context, templateFolder].map((folder) => (folder === undefined ? undefined : joinPath(folder, name)));
  const file = written.find((candidate) => candidate !== undefined && project.has(candidate)) ?? nearestWithSuffix(filesBelow(project.files, context ?? templateFolder), [name]);
  const text = file === undefined ? undefined : project.read(file);
  if (file === undefined || text === undefined) return { folder: context, templateFolder, isBuilt: true };
  return { folder: context ?? folderOf(file), templateFolder, isBuilt: true, dockerfile: readDockerfile(file, text) };
}
