/** The functions of Pulumi programs in TypeScript, Python and YAML. https://www.pulumi.com/registry/packages/aws/api-docs/lambda/function/ */
import type { Language } from '../../frontends/frontend.js';
import type { Problem } from '../../ir/index.js';
import { readProgram } from '../evaluation/program-reading.js';
import { objectsOf } from '../evaluation/run.js';
import type { Made } from '../evaluation/values.js';
import { unreadProgram } from '../files/unread-programs.js';
import { filesBelow, folderOf, joinPath } from '../files/files-below.js';
import type { ProgramSource } from '../programs.js';
import type { DeclarationReader, Declarations } from '../templates/declared-function.js';
import { parseTemplate, type MapNode } from '../templates/document.js';
import { withOwnIds } from '../templates/own-ids.js';
import { declarationsIn } from './resources.js';
import { resourcesIn } from './yaml-program.js';

const LANGUAGES: readonly Language[] = ['node', 'python'];
const NAMES = /['"]@pulumi\/|\bpulumi_aws\b/;
/** What a program in a language that is not read says of functions of Lambda. */
const NAMES_LAMBDA = /\bAws\.Lambda\b|\/aws\/lambda"|\bpulumi\.aws\.lambda\b/;

interface Reading {
  readonly made: readonly Made[];
  readonly problems: readonly Problem[];
}

export const pulumiPrograms: DeclarationReader = {
  mayDeclare: (file) => /(?:^|\/)Pulumi\.ya?ml$/.test(file),
  reachesBeside: true,
  read(files, source): Declarations {
    const readings = files.flatMap((file) => readingsOf(file, source).map(({ made, problems }) => ({ file, problems, ...declarationsIn(made, folderOf(file)) })));
    return {
      files: [...new Set(readings.filter(({ functions }) => functions.length > 0).map(({ file }) => file))].sort(),
      functions: withOwnIds(readings.flatMap(({ functions }) => functions)),
      capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
};

/** What the program of a project does, one reading for each language. */
function readingsOf(file: string, source: ProgramSource): readonly Reading[] {
  const { root, problem } = parseTemplate(file, source.project.read(file) ?? '');
  if (root?.kind !== 'map') return problem ? [{ made: [], problems: [problem] }] : [];
  const runtime = runtimeOf(root);
  if (runtime === 'yaml') return [yamlReading(file, root, source)];
  const unread = unreadProgram(file, runtime);
  if (unread && namesLambda(folderOf(file), unread.extensions, source)) return [{ made: [], problems: [unread.problem] }];
  return LANGUAGES.flatMap((language) => {
    const reading = readProgram(source, language, { folder: folderOf(file), names: NAMES, declaration: file });
    return reading ? [{ made: objectsOf(reading.run), problems: reading.problems }] : [];
  });
}

/** `runtime: yaml`, or a mapping with its name. */
function runtimeOf(root: MapNode): string {
  const written = root.get('runtime');
  const name = written?.kind === 'map' ? written.get('name') : written;
  return name?.kind === 'scalar' ? String(name.value) : '';
}

/** The resources stand in the file of the project, or in a Main.yaml of their own. */
function yamlReading(file: string, root: MapNode, { project }: ProgramSource): Reading {
  const folder = joinPath(folderOf(file), mainOf(root)) ?? folderOf(file);
  const main = ['Main.yaml', 'Main.yml'].flatMap((name) => joinPath(folder, name) ?? []).find((name) => project.has(name));
  if (main === undefined) return { made: resourcesIn(root), problems: [] };
  const parsed = parseTemplate(main, project.read(main) ?? '');
  return { made: parsed.root?.kind === 'map' ? resourcesIn(parsed.root) : [], problems: parsed.problem ? [parsed.problem] : [] };
}

function mainOf(root: MapNode): string {
  const main = root.get('main');
  return main?.kind === 'scalar' && typeof main.value === 'string' ? main.value : '';
}

function namesLambda(folder: string, extensions: RegExp, { project }: ProgramSource): boolean {
  return filesBelow(project.files, folder).some((file) => extensions.test(file) && NAMES_LAMBDA.test(project.read(file) ?? ''));
}
