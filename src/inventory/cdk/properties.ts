/** Typed access to the properties of a construct. */
import type { Location } from '../../ir/index.js';
import { memberOf, numberOf, propertyOf, textOf, truthOf, type StaticValue } from '../evaluation/values.js';
import type { Setting } from '../lambda-function.js';
import { constructName, madeBy, madeIn } from './names.js';

/** Properties of one construct; `unknown` collects what is there and not literal. */
export interface Properties {
  readonly props: StaticValue | undefined;
  /** Where the construct stands: the place of what has none of its own. */
  readonly at: Location;
  readonly unknown: string[];
}

/** A property as `read` understands it; what is there and not understood is noted as unknown. */
export function setting<T>(properties: Properties, name: string, read: (value: StaticValue | undefined) => T | undefined): Setting<T> | undefined {
  const property = propertyOf(properties.props, name);
  const known = read(property?.value);
  if (known !== undefined) return { value: known, from: property?.at ?? properties.at };
  if (property !== undefined && property.value.kind !== 'nothing') noteUnknown(properties, name);
  return undefined;
}

/** Once for each property. */
export function noteUnknown({ unknown }: Pick<Properties, 'unknown'>, name: string, reason = 'no literal value'): void {
  const note = `${name}: ${reason}`;
  if (!unknown.includes(note)) unknown.push(note);
}

/** The properties in the property `name`. */
export function section(properties: Properties, name: string): Properties {
  const property = propertyOf(properties.props, name);
  return { ...properties, props: property?.value, at: property?.at ?? properties.at };
}

/** Whether a property is surely there. */
export function isSet(properties: Properties, name: string): boolean {
  const value = propertyOf(properties.props, name)?.value;
  return value !== undefined && value.kind !== 'nothing' && value.kind !== 'unknown' && truthOf(value) !== false;
}

/** `Runtime.NODEJS_22_X` is `nodejs22.x`; `new Runtime('nodejs22.x')` says it itself. */
export function runtimeOf(value: StaticValue | undefined): string | undefined {
  if (madeBy(value) === 'lambda.Runtime') return textOf(madeIn(value)?.args[0]);
  const parts = /^(NODEJS|PYTHON|JAVA|DOTNET|RUBY|GO|PROVIDED)_?(?:CORE_)?(.*)$/.exec(memberOf(value) ?? '');
  if (!parts || parts[2] === 'LATEST') return textOf(value);
  const [, family = '', version = ''] = parts;
  const name = family.toLowerCase() + version.toLowerCase().replaceAll('_', '.');
  return family === 'PROVIDED' ? `provided${version === '' ? '' : `.${version.toLowerCase()}`}` : name;
}

export function architectureOf(value: StaticValue | undefined): string | undefined {
  const name = memberOf(value);
  return name === 'ARM_64' ? 'arm64' : name === 'X86_64' ? 'x86_64' : textOf(value);
}

const SECONDS: Readonly<Record<string, number>> = { millis: 0.001, seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const MEBIBYTES: Readonly<Record<string, number>> = { mebibytes: 1, gibibytes: 1024 };

/** Seconds: `Duration.minutes(5)`. */
export function secondsOf(value: StaticValue | undefined): number | undefined {
  return measured(value, 'Duration', SECONDS) ?? numberOf(value);
}

/** MB: `Size.gibibytes(2)`. */
export function mebibytesOf(value: StaticValue | undefined): number | undefined {
  return measured(value, 'Size', MEBIBYTES) ?? numberOf(value);
}

function measured(value: StaticValue | undefined, type: string, units: Readonly<Record<string, number>>): number | undefined {
  const [owner, unit = ''] = (madeBy(value) ?? '').split('.');
  const [only] = madeIn(value)?.args ?? [];
  const amount = owner !== type ? undefined : numberOf(only) ?? numberOf(propertyOf(only, 'amount')?.value);
  return amount === undefined || !Object.hasOwn(units, unit) ? undefined : amount * units[unit]!;
}

/** What people call what a value refers to: a text as far as it is written down, or the id of a construct. */
export function nameOf(value: StaticValue | undefined, depth = 0): string | undefined {
  if (value === undefined || depth > 6) return undefined;
  switch (value.kind) {
    case 'plain': return String(value.value);
    case 'partial': return value.text;
    case 'symbol': return memberOf(value);
    case 'member': return nameOf(value.of, depth + 1) ?? value.name;
    case 'instance': return nameOf(value.made, depth + 1);
    case 'made': return nameOfMade(value.receiver, value.args, value.by, depth);
    case 'list': return value.items.map((item) => nameOf(item, depth + 1) ?? '?').join(', ');
    case 'path': case 'record': case 'closure': case 'type': case 'namespace': case 'nothing': case 'unknown': return undefined;
  }
}

/** Constructs are called by their id, and what is imported by the name or ARN that follows it. */
function nameOfMade(receiver: StaticValue | undefined, args: readonly StaticValue[], by: string, depth: number): string | undefined {
  if (receiver !== undefined) return nameOf(receiver, depth + 1);
  const isImport = /\.from[A-Z]\w*$/.test(constructName(by) ?? '');
  const [scope, id, source] = args;
  if (isImport) return (source?.kind === 'record' ? [...source.entries.values()].map(({ value }) => nameOf(value, depth + 1)).find((name) => name !== undefined) : nameOf(source, depth + 1)) ?? nameOf(id, depth + 1);
  const named = args.at(-1)?.kind === 'record' ? textOf(propertyOf(args.at(-1), 'id')?.value) : undefined;
  return textOf(id) ?? named ?? nameOf(id?.kind === 'record' ? undefined : id, depth + 1) ?? nameOf(scope?.kind === 'made' ? undefined : scope, depth + 1);
}
