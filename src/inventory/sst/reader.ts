/** The functions of SST applications: version 3 (`new sst.aws.Function`, handlers in other components) and version 2 (`sst/constructs`). */
import { readProgram } from '../evaluation/program-reading.js';
import { objectsOf, type Run } from '../evaluation/run.js';
import { folderOf } from '../files/files-below.js';
import * as pulumi from '../pulumi/resources.js';
import type { DeclarationReader, Declarations } from '../templates/declared-function.js';
import { withOwnIds } from '../templates/own-ids.js';
import { functionsOfComponents } from './components.js';

const CONFIGURATION = /(?:^|\/)sst\.config\.[cm]?[jt]s$/;
/** What files with components name. */
const NAMES = /\bsst\.aws\b|\bnew aws\.lambda\b|['"]sst\/constructs['"]|['"]@serverless-stack\/resources['"]/;

export const sstApplications: DeclarationReader = {
  mayDeclare: (file) => CONFIGURATION.test(file),
  read(files, source): Declarations {
    const readings = files.map((file) => {
      const reading = readProgram(source, 'node', { folder: folderOf(file), names: NAMES, declaration: file });
      return { file, ...(reading ? declarationsIn(reading.run, folderOf(file)) : { functions: [], capacityProviders: [] }), problems: reading?.problems ?? [] };
    });
    return {
      files: readings.filter(({ functions }) => functions.length > 0).map(({ file }) => file).sort(),
      functions: withOwnIds(readings.flatMap(({ functions }) => functions)),
      capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
};

/** Components, and the resources of Pulumi that a program of version 3 may use beside them. */
function declarationsIn(run: Run, folder: string): pulumi.PulumiDeclarations {
  const made = objectsOf(run);
  const providers = pulumi.providersIn(made);
  const { functions, capacityProviders } = pulumi.declarationsIn(made, folder);
  return { functions: [...functionsOfComponents(run, folder, providers), ...functions], capacityProviders };
}
