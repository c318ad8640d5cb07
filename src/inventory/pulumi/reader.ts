/** The functions of Pulumi programs in TypeScript and Python. https://www.pulumi.com/registry/packages/aws/api-docs/lambda/function/ */
import type { Language } from '../../frontends/frontend.js';
import { readProgram } from '../evaluation/program-reading.js';
import { folderOf } from '../files/files-below.js';
import type { DeclarationReader, Declarations } from '../templates/declared-function.js';
import { withOwnIds } from '../templates/own-ids.js';
import { declarationsIn } from './resources.js';

const LANGUAGES: readonly Language[] = ['node', 'python'];
const NAMES = /['"]@pulumi\/|\bpulumi_aws\b/;

export const pulumiPrograms: DeclarationReader = {
  mayDeclare: (file) => /(?:^|\/)Pulumi\.ya?ml$/.test(file),
  reachesBeside: true,
  read(files, source): Declarations {
    const readings = files.flatMap((file) => LANGUAGES.map((language) => {
      const reading = readProgram(source, language, { folder: folderOf(file), names: NAMES, declaration: file });
      return { file, ...(reading ? declarationsIn(reading.run, folderOf(file)) : { functions: [], capacityProviders: [] }), problems: reading?.problems ?? [] };
    }));
    return {
      files: [...new Set(readings.filter(({ functions }) => functions.length > 0).map(({ file }) => file))].sort(),
      functions: withOwnIds(readings.flatMap(({ functions }) => functions)),
      capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
};
