/** The templates of a repository: every YAML or JSON file that declares functions, and files that are named like templates. */
import type { SourceProject } from '../../frontends/frontend.js';
import type { Problem } from '../../ir/index.js';
import { FUNCTION_TYPES, type DeclaredFunction } from './declared-function.js';
import { readTemplate } from './read-template.js';

export interface Templates {
  /** Files that were read as templates, sorted. */
  readonly files: readonly string[];
  readonly functions: readonly DeclaredFunction[];
  readonly problems: readonly Problem[];
}

const EXTENSIONS = /\.(?:ya?ml|json|template)$/;
const NAMED_LIKE_TEMPLATE = /(?:^|\/)(?:[\w-]+\.)?template\.(?:ya?ml|json)$/;
/** JSON files that every project has and that are no templates. */
const NO_TEMPLATES = /(?:^|\/)(?:package|package-lock|tsconfig[\w.-]*|cdk|composer|angular|nx|lerna|jest\.config|renovate|biome|turbo|deno|manifest)\.json$/;

/** Reads all templates, or only those `named`; `isRelevant` limits a search. */
export function findTemplates(project: SourceProject, named: readonly string[] | undefined, isRelevant: (file: string) => boolean): Templates {
  const candidates = named ?? project.files.filter((file) => EXTENSIONS.test(file) && !NO_TEMPLATES.test(file) && isRelevant(file));
  const files: string[] = [];
  const functions: DeclaredFunction[] = [];
  const problems: Problem[] = [];
  for (const file of candidates) {
    const isNamed = named !== undefined || NAMED_LIKE_TEMPLATE.test(file);
    const text = project.read(file);
    if (text === undefined) {
      if (isNamed) problems.push(project.problem(file) ?? { kind: 'unreadable', file, message: 'there is no such template' });
      continue;
    }
    if (!isNamed && !mentionsFunctions(text)) continue;
    const reading = readTemplate(file, text);
    problems.push(...reading.problems);
    if (named !== undefined && !reading.functions && reading.problems.length === 0) problems.push({ kind: 'unreadable', file, message: 'no template: it has no Resources' });
    if (!reading.functions || (reading.functions.length === 0 && named === undefined)) continue;
    files.push(file);
    functions.push(...reading.functions);
  }
  return { files: files.sort(), functions, problems };
}

/** Whether `text` names a type of resource that is a function. */
function mentionsFunctions(text: string): boolean {
  return [...FUNCTION_TYPES.keys()].some((type) => text.includes(type));
}
