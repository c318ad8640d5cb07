/** The services of the Serverless Framework and its successors in a repository: `serverless.yml`, and files of such names that have functions. */
import type { Problem } from '../../../ir/index.js';
import type { CapacityProvider } from '../../lambda-function.js';
import type { ProgramSource } from '../../programs.js';
import { declarationsIn } from '../cloudformation/read-template.js';
import { folderOf } from '../../files/files-below.js';
import type { DeclarationReader, Declarations, DeclaredFunction, OtherPlatform } from '../declared-function.js';
import { parseTemplate, type TemplateNode } from '../document.js';
import { capacityProvidersOf } from './capacity-providers.js';
import { functionsOf } from './read-functions.js';
import { serviceInCode } from './service-code.js';
import { logicalIdOf, serviceOf } from './service.js';

const SERVICE_FILE = /(?:^|\/)serverless(?:[._-][\w.-]+)?\.(?:ya?ml|json)$/;
const SERVICE_CODE = /(?:^|\/)serverless\.[cm]?[jt]s$/;
const NO_SERVICE = /(?:^|\/)serverless-compose\.ya?ml$/;

export const serverlessFramework: DeclarationReader = {
  mayDeclare: (file) => (SERVICE_FILE.test(file) && !NO_SERVICE.test(file)) || SERVICE_CODE.test(file),
  read(candidates, source, isAskedFor): Declarations {
    const files: string[] = [];
    const functions: DeclaredFunction[] = [];
    const capacityProviders: CapacityProvider[] = [];
    const otherPlatforms: OtherPlatform[] = [];
    const problems: Problem[] = [];
    for (const file of candidates) {
      const { root, problem } = SERVICE_CODE.test(file) ? { root: serviceInCode(file, source) } : readDocument(file, source);
      if (problem) problems.push(problem);
      const service = root && serviceOf(file, root, source.project, new Map());
      if (typeof service === 'string') otherPlatforms.push({ folder: folderOf(file), name: service });
      if (typeof service !== 'object' && !problem && isAskedFor) problems.push({ kind: 'unreadable', file, message: 'no service on AWS: it has no functions' });
      if (typeof service !== 'object') continue;
      files.push(file);
      const own = functionsOf(service);
      const resources = declarationsIn(service.stack);
      const made = new Set(own.map(({ logicalId }) => logicalIdOf(logicalId)));
      functions.push(...own, ...resources.functions.filter(({ logicalId, at }) => !made.has(logicalId) && (at.file === file || !isTemplate(at.file, source))));
      capacityProviders.push(...capacityProvidersOf(service), ...resources.capacityProviders);
    }
    return { files: files.sort(), functions, capacityProviders, otherPlatforms, problems };
  },
};

/** Raw CloudFormation in a file of its own is read as a template too. */
function isTemplate(file: string, { project }: ProgramSource): boolean {
  return /^["' ]*Resources["' ]*:/m.test(project.read(file) ?? '');
}

function readDocument(file: string, { project }: ProgramSource): { readonly root?: TemplateNode | undefined; readonly problem?: Problem | undefined } {
  const text = project.read(file);
  return text === undefined ? { problem: project.problem(file) } : parseTemplate(file, text);
}
