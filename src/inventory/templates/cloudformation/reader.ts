/** The CloudFormation and SAM templates of a repository: every YAML or JSON file that declares functions, and files that are named like templates. */
import type { Problem } from '../../../ir/index.js';
import type { CapacityProvider } from '../../lambda-function.js';
import type { DeclarationReader, Declarations, DeclaredFunction } from '../declared-function.js';
import { givenParameters } from './given-parameters.js';
import { readTemplate, RESOURCE_TYPES } from './read-template.js';

const EXTENSIONS = /\.(?:ya?ml|json|template)$/;
const NAMED_LIKE_TEMPLATE = /(?:^|\/)(?:[\w-]+\.)?template\.(?:ya?ml|json)$/;
/** JSON files that every project has and that are no templates. */
const NO_TEMPLATES = /(?:^|\/)(?:package|package-lock|tsconfig[\w.-]*|cdk|composer|angular|nx|lerna|jest\.config|renovate|biome|turbo|deno|manifest)\.json$/;

export const cloudFormation: DeclarationReader = {
  mayDeclare: (file) => EXTENSIONS.test(file) && !NO_TEMPLATES.test(file),
  read(candidates, { project }, isAskedFor): Declarations {
    const files: string[] = [];
    const functions: DeclaredFunction[] = [];
    const capacityProviders: CapacityProvider[] = [];
    const problems: Problem[] = [];
    const given = givenParameters(project, candidates);
    for (const file of candidates) {
      const isNamed = isAskedFor || NAMED_LIKE_TEMPLATE.test(file);
      const text = project.read(file);
      if (text === undefined) {
        if (isNamed) problems.push(project.problem(file) ?? { kind: 'unreadable', file, message: 'there is no such template' });
        continue;
      }
      if (!isNamed && !namesResources(text)) continue;
      const reading = readTemplate(file, text, given.get(file));
      problems.push(...reading.problems);
      if (isAskedFor && !reading.functions && reading.problems.length === 0) problems.push({ kind: 'unreadable', file, message: 'no template: it has no Resources' });
      capacityProviders.push(...reading.capacityProviders);
      if (!reading.functions || (reading.functions.length === 0 && !isAskedFor)) continue;
      files.push(file);
      functions.push(...reading.functions);
    }
    return { files: files.sort(), functions, capacityProviders, problems };
  },
};

/** Whether `text` names a type of resource that is read. */
function namesResources(text: string): boolean {
  return RESOURCE_TYPES.some((type) => text.includes(type));
}
