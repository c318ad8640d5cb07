/** The functions of SST applications: version 3 (`new sst.aws.Function`, handlers in other components) and version 2 (`sst/constructs`). */
import { readProgram } from '../evaluation/program-reading.js';
import { folderOf } from '../files/files-below.js';
import type { DeclarationReader, Declarations } from '../templates/declared-function.js';
import { withOwnIds } from '../templates/own-ids.js';
import { functionsOfComponents } from './components.js';

const CONFIGURATION = /(?:^|\/)sst\.config\.[cm]?[jt]s$/;
/** What files with components name. */
const NAMES = /\bsst\.aws\b|['"]sst\/constructs['"]|['"]@serverless-stack\/resources['"]/;

export const sstApplications: DeclarationReader = {
  mayDeclare: (file) => CONFIGURATION.test(file),
  read(files, source): Declarations {
    const readings = files.map((file) => {
      const reading = readProgram(source, 'node', { folder: folderOf(file), names: NAMES, declaration: file });
      return { file, functions: reading ? functionsOfComponents(reading.run, folderOf(file)) : [], problems: reading?.problems ?? [] };
    });
    return {
      files: readings.filter(({ functions }) => functions.length > 0).map(({ file }) => file).sort(),
      functions: withOwnIds(readings.flatMap(({ functions }) => functions)),
      capacityProviders: [],
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
};
