/** What publishes versions of a function, and what is set for the versions, for their failures included. */
import type { PlatformConflict, Setting } from '../../lambda-function.js';
import { property, reference, section, text, type Properties } from './properties.js';
import { functionMeant, propertiesOf, resourcesOf, type Resource, type Template } from './template.js';

const VERSIONS: ReadonlySet<string> = new Set(['AWS::Lambda::Version', 'AWS::Lambda::Alias']);

/** How the function gets a version that can be invoked; nothing when the template publishes none. */
export function publishedBy(template: Template, fn: Resource): Setting<string> | undefined {
  const properties = propertiesOf(template, fn);
  if (text(properties, 'PublishToLatestPublished')?.value === 'true') return { value: 'PublishToLatestPublished', from: property(properties, 'PublishToLatestPublished')?.at };
  const alias = property(properties, 'AutoPublishAlias');
  if (alias) return { value: 'AutoPublishAlias', from: alias.at };
  const [version] = versionsOf(template, fn);
  return version && { value: version.logicalId, from: version.node.at };
}

/** Provisioned concurrency is set for a version or an alias. */
export function conflictsOfVersions(template: Template, fn: Resource): readonly Setting<PlatformConflict>[] {
  return versionsOf(template, fn).flatMap((version) => {
    const node = property(propertiesOf(template, version), 'ProvisionedConcurrencyConfig');
    return node ? [{ value: 'provisioned-concurrency' as const, from: node.at }] : [];
  });
}

/** Where asynchronous invocations go that failed. */
export function failureDestinationOf(template: Template, fn: Resource, properties: Properties): Setting<string> | undefined {
  const onFailure = (holder: Properties): Setting<string> | undefined => reference(section(section(holder, 'DestinationConfig'), 'OnFailure'), 'Destination') ?? presence(section(section(holder, 'DestinationConfig'), 'OnFailure'));
  const configs = resourcesOf(template, (type) => type === 'AWS::Lambda::EventInvokeConfig').filter((config) => isOf(template, config, fn));
  return reference(section(properties, 'DeadLetterConfig'), 'TargetArn')
    ?? reference(section(properties, 'DeadLetterQueue'), 'TargetArn')
    ?? onFailure(section(properties, 'EventInvokeConfig'))
    ?? configs.map((config) => onFailure(propertiesOf(template, config))).find((destination) => destination !== undefined);
}

/** SAM makes the queue or topic when only its type is given. */
function presence(onFailure: Properties): Setting<string> | undefined {
  const type = text(onFailure, 'Type');
  return type && { value: type.value, from: type.from };
}

function versionsOf(template: Template, fn: Resource): readonly Resource[] {
  return resourcesOf(template, (type) => VERSIONS.has(type)).filter((version) => isOf(template, version, fn));
}

function isOf(template: Template, resource: Resource, fn: Resource): boolean {
  return functionMeant(template, property(propertiesOf(template, resource), 'FunctionName')) === fn;
}
