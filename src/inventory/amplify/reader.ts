/** The functions of Amplify Gen 2 backends: `defineFunction` in `amplify/`. https://docs.amplify.aws/react/build-a-backend/functions/ */
import type { SourceProject } from '../../frontends/frontend.js';
import type { Location } from '../../ir/index.js';
import { isAmplifyFunction } from '../cdk/amplify-names.js';
import { relativeTo } from '../cdk/code.js';
import { declarationsIn, type CdkDeclarations } from '../cdk/declared-functions.js';
import { functionMeant } from '../cdk/function-meant.js';
import { noteUnknown, section, setting, type Properties } from '../cdk/properties.js';
import { environmentIn } from '../cdk/function-construct.js';
import { readProgram } from '../evaluation/program-reading.js';
import { objectsOf, type Run } from '../evaluation/run.js';
import { numberOf, propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import { folderOf, joinPath } from '../files/files-below.js';
import type { Trigger } from '../lambda-function.js';
import type { DeclarationReader, Declarations, DeclaredFunction } from '../templates/declared-function.js';
import { withOwnIds } from '../templates/own-ids.js';
import { scheduleOf } from './schedules.js';
import { amplifyTriggers } from './triggers.js';

const BACKEND = /(?:^|\/)amplify\/backend\.ts$/;
/** What files of a backend name: Amplify's own functions, and the library that they are made with. */
const NAMES = /\bdefine(?:Function|Backend|Auth|Storage|Data)\b|['"]aws-cdk-lib|['"]@aws-amplify\/backend['"]/;
/** What `entry` is when it is not written. */
const DEFAULT_ENTRY = './handler.ts';

export const amplifyBackends: DeclarationReader = {
  mayDeclare: (file) => BACKEND.test(file),
  read(files, source): Declarations {
    const readings = files.map((file) => {
      const reading = readProgram(source, 'node', { folder: folderOf(file), names: NAMES, declaration: file });
      return { file, ...(reading ? backendIn(reading.run, source.project) : { functions: [], capacityProviders: [] }), problems: reading?.problems ?? [] };
    });
    return {
      files: readings.filter(({ functions }) => functions.length > 0).map(({ file }) => file).sort(),
      functions: withOwnIds(readings.flatMap(({ functions }) => functions)),
      capacityProviders: readings.flatMap(({ capacityProviders }) => capacityProviders),
      problems: readings.flatMap(({ problems }) => problems),
    };
  },
};

/** Its own functions and the constructs beside them, which may be what a function of the backend gives. */
function backendIn(run: Run, project: SourceProject): CdkDeclarations {
  const triggers = amplifyTriggers(objectsOf(run));
  const { functions, capacityProviders } = declarationsIn(run, { project }, (made) => (isAmplifyFunction(made) ? functionOf(made) : undefined));
  const calling = [...triggers].flatMap(([{ at }, own]) => own.map((trigger) => ({ at, trigger })));
  const isAt = (a: Location, b: Location): boolean => a.file === b.file && a.line === b.line && a.column === b.column;
  return { capacityProviders, functions: functions.map((fn) => ({ ...fn, triggers: [...fn.triggers, ...calling.filter(({ at }) => isAt(at, fn.at)).map(({ trigger }) => trigger)] })) };
}

/** Nothing when a construct stands for it. */
function functionOf(made: Made): DeclaredFunction | undefined {
  const { at, args } = made;
  const unknown: string[] = [];
  const [props] = args;
  const isNode = props?.kind !== 'closure';
  if (!isNode && functionMeant(made)) return undefined;
  const properties: Properties = { props, at, unknown };
  // It is called like its folder, when it has no name of its own.
  const folder = folderOf(at.file);
  const name = textOf(propertyOf(props, 'name')?.value) ?? folder.slice(folder.lastIndexOf('/') + 1);
  const entry = propertyOf(props, 'entry') === undefined ? DEFAULT_ENTRY : textOf(propertyOf(props, 'entry')?.value);
  const file = entry === undefined ? undefined : joinPath(folder, entry);
  if (file === undefined || !isNode) noteUnknown(properties, 'code', isNode ? 'its entry file is not known' : 'it is made by a function of the backend');
  const code: Pick<DeclaredFunction, 'code' | 'handler' | 'entryPoints'> = file === undefined || !isNode ? { code: { kind: 'elsewhere' }, entryPoints: [] } : {
    code: { kind: 'local', path: relativeTo(at.file, folderOf(file)), from: section(properties, 'entry').at }, entryPoints: [file.slice(file.lastIndexOf('/') + 1)], handler: { value: 'index.handler', from: at },
  };
  return {
    template: at.file, logicalId: name, format: 'Amplify', at, name, buildMethod: 'esbuild', ...code,
    runtime: setting(properties, 'runtime', (value) => (numberOf(value) === undefined ? undefined : `nodejs${numberOf(value)}.x`)),
    memory: setting(properties, 'memoryMB', numberOf), timeout: setting(properties, 'timeoutSeconds', numberOf), ephemeralStorage: setting(properties, 'ephemeralStorageSizeMB', numberOf),
    architecture: setting(properties, 'architecture', textOf), environment: environmentIn(section(properties, 'environment')),
    layers: layersOf(section(properties, 'layers')), conflicts: [], triggers: schedulesOf(section(properties, 'schedule')), unknown,
  };
}

/** Modules and the ARNs of the layers that bring them. */
function layersOf({ props, at }: Properties): DeclaredFunction['layers'] {
  return props?.kind === 'record' ? [...props.entries.values()].flatMap(({ value, at: from }) => { const arn = textOf(value); return arn === undefined ? [] : [{ value: arn, from: from ?? at }]; }) : [];
}

/** `every 5m`, `0 9 * * 1-5`: one or several. */
function schedulesOf({ props, at }: Properties): readonly Trigger[] {
  const items: readonly StaticValue[] = props === undefined || props.kind === 'nothing' ? [] : props.kind === 'list' ? props.items : [props];
  return items.map((item): Trigger => {
    const text = textOf(item) ?? textOf(propertyOf(item, 'rate')?.value) ?? textOf(propertyOf(item, 'cron')?.value);
    return { kind: 'schedule', name: 'schedule', at, ...(text === undefined ? {} : { schedule: { value: scheduleOf(text), from: at } }) };
  });
}
