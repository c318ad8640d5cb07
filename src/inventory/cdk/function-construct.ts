/** Functions that CDK code declares: constructs of the AWS Construct Library, with the settings that are written down. */
import { numberOf, propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { PlatformConflict, Setting } from '../lambda-function.js';
import type { DeclaredFunction } from '../templates/declared-function.js';
import { codeOf, type CodeForm, type Started } from './code.js';
import { constructPath } from './construct-path.js';
import { layersIn } from './layers.js';
import { constructName, madeIn } from './names.js';
import { architectureOf, isSet, mebibytesOf, nameOf, noteUnknown, runtimeOf, secondsOf, section, setting, type Properties } from './properties.js';
import { textLogs } from './resource-properties.js';

interface FunctionKind {
  readonly code: CodeForm;
  /** The runtime that goes without saying. */
  readonly runtime?: string;
}

/** Constructs that are functions. Stable and unstable modules are called alike. */
const FUNCTIONS: ReadonlyMap<string, FunctionKind> = new Map([
  ['lambda.Function', { code: 'packaged' }],
  ['lambda.SingletonFunction', { code: 'packaged' }],
  ['lambda.DockerImageFunction', { code: 'image' }],
  ['lambda.CfnFunction', { code: 'resource' }],
  ['sam.CfnFunction', { code: 'resource' }],
  ['lambdanodejs.NodejsFunction', { code: 'bundled' }],
  ['lambdapython.PythonFunction', { code: 'folder' }],
  ['lambdadotnet.DotNetFunction', { code: 'project' }],
  ['lambdago.GoFunction', { code: 'project', runtime: 'provided.al2023' }],
  ['cloudfront.experimental.EdgeFunction', { code: 'packaged' }],
]);
/** Constructs of other publishers for languages that have no front-end. */
const COMMUNITY = /^(?:@cdklabs\/aws-lambda-rust|cargo-lambda-cdk|rust\.aws-cdk-lambda|@aws-cdk\/aws-lambda-rust-alpha|aws_cdk\.aws_lambda_rust_alpha)\.RustFunction$/;

/** What kind of function a construct is; nothing for other constructs. */
export function functionKind({ by, receiver }: Pick<Made, 'by' | 'receiver'>): FunctionKind | undefined {
  if (receiver !== undefined) return undefined;
  return FUNCTIONS.get(constructName(by) ?? '') ?? (COMMUNITY.test(by) ? { code: 'project', runtime: 'provided.al2023' } : undefined);
}

/** The function that a construct declares, by itself; nothing when it is another construct. */
export function functionOfConstruct(construct: Made, started: Started): DeclaredFunction | undefined {
  const kind = functionKind(construct);
  if (!kind) return undefined;
  const { at } = construct;
  const unknown: string[] = [];
  const properties: Properties = { props: propsOf(construct), at, unknown };
  const id = constructPath(construct);
  if (id === undefined) noteUnknown(properties, 'id');
  const className = constructName(construct.by)?.split('.').at(-1) ?? construct.by.slice(construct.by.lastIndexOf('.') + 1);
  const isResource = kind.code === 'resource';
  const runtime = setting(properties, 'runtime', runtimeOf);
  return {
    template: at.file, logicalId: id ?? className, format: 'CDK', at,
    name: textOf(propertyOf(properties.props, 'functionName')?.value) ?? id ?? className,
    memory: setting(properties, 'memorySize', numberOf),
    timeout: setting(properties, 'timeout', secondsOf),
    ...(isResource ? resourceForm(properties) : constructForm(properties)),
    runtime: runtime ?? (kind.runtime === undefined ? undefined : { value: kind.runtime }),
    layers: layersIn(properties), triggers: [],
    conflicts: conflictsIn(properties),
    failureDestination: deadLetters(properties),
    ...codeOf(kind.code, construct, properties, started), unknown,
  };
}

type Settings = Pick<DeclaredFunction, 'ephemeralStorage' | 'architecture' | 'environment'>;

function constructForm(properties: Properties): Settings {
  return {
    ephemeralStorage: setting(properties, 'ephemeralStorageSize', mebibytesOf),
    architecture: setting(properties, 'architecture', architectureOf),
    environment: environmentIn(section(properties, 'environment')),
  };
}

/** What resources write in another form than constructs. */
function resourceForm(properties: Properties): Settings {
  return {
    ephemeralStorage: setting(section(properties, 'ephemeralStorage'), 'size', numberOf),
    architecture: setting(properties, 'architectures', (value) => (value?.kind === 'list' ? architectureOf(value.items[0]) : undefined)),
    environment: environmentIn(section(section(properties, 'environment'), 'variables')),
  };
}

/** Settings that were written past a construct, in the form of the resource. */
export function resourceSettings(properties: Properties): Partial<DeclaredFunction> {
  const settings: Partial<DeclaredFunction> = {
    ...resourceForm(properties), runtime: setting(properties, 'runtime', runtimeOf), handler: setting(properties, 'handler', textOf),
    memory: setting(properties, 'memorySize', numberOf), timeout: setting(properties, 'timeout', secondsOf),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** The properties of a construct: its third argument, or what is named in the call. */
export function propsOf({ args }: Made): StaticValue | undefined {
  return args[2] ?? args.find((arg) => arg.kind === 'record');
}

export function environmentIn({ props, at, unknown }: Properties): DeclaredFunction['environment'] {
  if (props?.kind !== 'record') return new Map();
  if (!props.isWhole) noteUnknown({ unknown }, 'environment', 'not all variables are known');
  return new Map([...props.entries].map(([name, property]) => [name, { value: textOf(property.value), from: property.at ?? at }] as const));
}

/** What the variables are set to, as constructs or as resources write them. */
export function variablesIn(properties: Properties): readonly StaticValue[] {
  const environment = section(properties, 'environment');
  return [environment, section(environment, 'variables')].flatMap(({ props }) => (props?.kind === 'record' ? [...props.entries.values()].map(({ value }) => value) : []));
}

/** Settings that managed instances refuse, in the properties of constructs and of resources. */
export function conflictsIn(properties: Properties): readonly Setting<PlatformConflict>[] {
  const conflict = (value: PlatformConflict, name: string, isOne = true): readonly Setting<PlatformConflict>[] => (isOne && isSet(properties, name) ? [{ value, from: section(properties, name).at }] : []);
  const snapStart = propertyOf(properties.props, 'snapStart')?.value;
  const applyOn = propertyOf(snapStart, 'applyOn')?.value;
  const isSnapped = snapStart?.kind === 'symbol' ? snapStart.name.endsWith('ON_PUBLISHED_VERSIONS') : textOf(applyOn) === 'PublishedVersions';
  const isProvisioned = isSet(section(properties, 'currentVersionOptions'), 'provisionedConcurrentExecutions');
  return [
    ...conflict('vpc-config', 'vpc'), ...conflict('vpc-config', 'vpcConfig'),
    ...conflict('snap-start', 'snapStart', isSnapped),
    ...conflict('file-system', 'filesystem'), ...conflict('file-system', 'fileSystemConfigs'), ...conflict('file-system', 'fileSystemConfig'),
    ...conflict('provisioned-concurrency', 'currentVersionOptions', isProvisioned),
    ...textLogs(properties),
  ];
}

export function deadLetters(properties: Properties): Setting<string> | undefined {
  const named = ['deadLetterQueue', 'deadLetterTopic', 'onFailure'].find((name) => isSet(properties, name));
  if (named !== undefined) return { value: destinationName(propertyOf(properties.props, named)?.value) ?? named, from: section(properties, named).at };
  if (isSet(properties, 'deadLetterQueueEnabled')) return { value: 'deadLetterQueueEnabled', from: section(properties, 'deadLetterQueueEnabled').at };
  const config = section(properties, 'deadLetterConfig');
  return isSet(config, 'targetArn') ? { value: nameOf(propertyOf(config.props, 'targetArn')?.value) ?? 'deadLetterConfig', from: section(config, 'targetArn').at } : undefined;
}

/** What a destination leads to: `new SqsDestination(queue)` to the queue. */
export function destinationName(value: StaticValue | undefined): string | undefined {
  const inner = /Destination$|Dlq$/.test(madeIn(value)?.by ?? '') ? madeIn(value)?.args[0] : value;
  return nameOf(inner);
}
