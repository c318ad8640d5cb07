/** The services of the Serverless Framework and its successors in a repository: `serverless.yml`, and files of such names that have functions. */
import type { Problem } from '../../../ir/index.js';
import type { CapacityProvider } from '../../lambda-function.js';
import type { DeclarationReader, Declarations, DeclaredFunction } from '../declared-function.js';
import { parseTemplate } from '../document.js';
import { capacityProvidersOf } from './capacity-providers.js';
import { functionsOf } from './read-functions.js';
import { serviceOf } from './service.js';

const SERVICE_FILE = /(?:^|\/)serverless(?:[._-][\w.-]+)?\.(?:ya?ml|json)$/;
const NO_SERVICE = /(?:^|\/)serverless-compose\.ya?ml$/;

export const serverlessFramework: DeclarationReader = {
  mayDeclare: (file) => SERVICE_FILE.test(file) && !NO_SERVICE.test(file),
  read(candidates, { project }, isAskedFor): Declarations {
    const files: string[] = [];
    const functions: DeclaredFunction[] = [];
    const capacityProviders: CapacityProvider[] = [];
    const problems: Problem[] = [];
    for (const file of candidates) {
      const text = project.read(file);
      const { root, problem } = text === undefined ? {} : parseTemplate(file, text);
      const unreadable = problem ?? (text === undefined ? project.problem(file) : undefined);
      if (unreadable) problems.push(unreadable);
      const service = root && serviceOf(file, root, project, new Map());
      if (root && !service && isAskedFor) problems.push({ kind: 'unreadable', file, message: 'no service on AWS: it has no functions' });
      if (!service) continue;
      files.push(file);
      functions.push(...functionsOf(service));
      capacityProviders.push(...capacityProvidersOf(service));
    }
    return { files: files.sort(), functions, capacityProviders, problems };
  },
};
