/** The functions and capacity providers that CDK code declares, with all that the code adds to them. */
import { objectsOf, type Run } from '../evaluation/run.js';
import { propertyOf, truthOf, type Made } from '../evaluation/values.js';
import type { CapacityProvider, ManagedInstancesSettings, Trigger } from '../lambda-function.js';
import type { DeclaredFunction } from '../templates/declared-function.js';
import { attachmentsOf, type Attachment } from './attachments.js';
import { capacityProviderOf, providerMeant } from './capacity-providers.js';
import type { Started } from './code.js';
import { databasesMeant } from './databases.js';
import { eventSources } from './event-sources.js';
import { conflictsIn, deadLetters, functionKind, functionOfConstruct, propsOf, resourceSettings, variablesIn } from './function-construct.js';
import type { Properties } from './properties.js';
import { managedInstancesIn } from './resource-properties.js';

export interface CdkDeclarations {
  readonly functions: readonly DeclaredFunction[];
  readonly capacityProviders: readonly CapacityProvider[];
}

/** What one object declares by itself, and what calls it apart from constructs; nothing when it is no function. */
export type FunctionReader = (made: Made) => DeclaredFunction | undefined;

/** What the constructs that were seen declare; each construct is one function. `readOther` reads what is no construct of CDK's. */
export function declarationsIn(run: Run, started: Started, readOther: FunctionReader = () => undefined): CdkDeclarations {
  const { evaluator } = run;
  const providers = new Map<Made, CapacityProvider>();
  for (const made of evaluator.made) {
    const provider = capacityProviderOf(made);
    if (provider) providers.set(made, provider);
  }
  const triggers = eventSources(evaluator.made);
  const attachments = attachmentsOf(evaluator, providers);
  const functions = objectsOf(run).flatMap((construct) => {
    const own = functionKind(construct) ? functionOfConstruct(construct, started) : readOther(construct);
    return own ? [complete(own, construct, [...own.triggers, ...triggers.get(construct) ?? []], attachments(construct), providers, evaluator.made)] : [];
  });
  return { functions, capacityProviders: distinct([...providers.values()]) };
}

function complete(own: DeclaredFunction, construct: Made, triggers: readonly Trigger[], attachment: Attachment | undefined, providers: ReadonlyMap<Made, CapacityProvider>, made: readonly Made[]): DeclaredFunction {
  const unknown = [...own.unknown, ...attachment?.unknown ?? []];
  const resource: Properties = { props: propsOf(construct), at: construct.at, unknown };
  const overrides: Properties = { props: attachment?.overrides, at: construct.at, unknown };
  const overridden = attachment ? resourceSettings(overrides) : {};
  const written = [resource, overrides].map((properties) => managedInstancesIn(properties, (value) => providerMeant(value, providers)));
  const managedInstances = together([written[0], attachment?.managedInstances, written[1]]);
  return {
    ...own, ...overridden,
    environment: new Map([...own.environment, ...attachment?.environment ?? [], ...overridden.environment ?? []]),
    layers: [...own.layers, ...attachment?.layers ?? []],
    triggers,
    conflicts: [...own.conflicts, ...conflictsIn(overrides), ...attachment?.conflicts ?? []],
    publishes: publishesItself(overrides) ?? publishesItself(resource) ?? attachment?.publishes,
    databases: databasesMeant([...variablesIn(resource), ...attachment?.variables ?? []], made),
    failureDestination: own.failureDestination ?? deadLetters(overrides) ?? attachment?.failureDestination,
    ...(managedInstances === undefined ? {} : { managedInstances }),
    unknown: [...new Set(unknown)],
  };
}

/** Later settings win where they say something. */
function together(settings: readonly (ManagedInstancesSettings | undefined)[]): ManagedInstancesSettings | undefined {
  const some = settings.flatMap((each) => each ?? []);
  return some.length === 0 ? undefined : Object.assign({}, ...some.map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)))) as ManagedInstancesSettings;
}

function publishesItself({ props, at }: Properties): DeclaredFunction['publishes'] {
  const property = propertyOf(props, 'publishToLatestPublished');
  return truthOf(property?.value) === true ? { value: 'publishToLatestPublished', from: property?.at ?? at } : undefined;
}

/** A provider that several calls make is one. */
function distinct(providers: readonly CapacityProvider[]): readonly CapacityProvider[] {
  return [...new Map(providers.map((provider) => [`${provider.at.file}:${provider.at.line}:${provider.at.column}:${provider.name}`, provider])).values()];
}
