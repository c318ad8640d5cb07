/** The functions and capacity providers of a SAM or CloudFormation template. */
import type { Problem } from '../../../ir/index.js';
import type { CapacityProvider } from '../../lambda-function.js';
import { FUNCTION_TYPES, type DeclaredFunction } from '../declared-function.js';
import { parseTemplate } from '../document.js';
import { isCapacityProvider, readCapacityProvider } from './capacity-providers.js';
import { databasesOf } from './databases.js';
import { eventSources } from './event-sources.js';
import { readFunction, type TemplateForm } from './function-resource.js';
import { conflictsOfVersions, failureDestinationOf, publishedBy } from './publishing.js';
import { section } from './properties.js';
import { propertiesOf, resourcesOf, templateOf, type Resource, type Template } from './template.js';
import type { Scope } from './resolve.js';

export interface TemplateReading {
  /** In the order of the text. Nothing when the file is no template with resources. */
  readonly functions?: readonly DeclaredFunction[];
  readonly capacityProviders: readonly CapacityProvider[];
  readonly problems: readonly Problem[];
}

/** Types of resource that make a file worth reading. */
export const RESOURCE_TYPES: readonly string[] = [...FUNCTION_TYPES.keys(), 'AWS::Lambda::CapacityProvider', 'AWS::Serverless::CapacityProvider'];

/** Reads the template `file`, with the values that its deployment gives to parameters. Never throws. */
export function readTemplate(file: string, source: string, given?: Scope['given']): TemplateReading {
  const { root, problem } = parseTemplate(file, source);
  if (problem) return { capacityProviders: [], problems: [problem] };
  const template = templateOf(file, root, given);
  return template ? { ...declarationsIn(template), problems: notExpanded(template) } : { capacityProviders: [], problems: [] };
}

/** The functions and capacity providers among the resources of a template, in the order of the text. */
export function declarationsIn(template: Template): { readonly functions: readonly DeclaredFunction[]; readonly capacityProviders: readonly CapacityProvider[] } {
  const sources = eventSources(template);
  return {
    functions: resourcesOf(template, (type) => FUNCTION_TYPES.has(type)).map((resource) => functionOf(template, resource, sources)),
    capacityProviders: resourcesOf(template, isCapacityProvider).flatMap((resource) => readCapacityProvider(template, resource) ?? []),
  };
}

function functionOf(template: Template, resource: Resource, sources: ReturnType<typeof eventSources>): DeclaredFunction {
  const form: TemplateForm = FUNCTION_TYPES.get(resource.type) ?? 'CloudFormation';
  const own = readFunction(template, resource, form);
  const properties = propertiesOf(template, resource);
  return {
    ...own,
    conflicts: [...own.conflicts, ...conflictsOfVersions(template, resource)],
    triggers: sources(resource),
    publishes: publishedBy(template, resource),
    failureDestination: failureDestinationOf(template, resource, properties),
    databases: databasesOf(template, section(section(properties, 'Environment'), 'Variables')),
  };
}

/** `Fn::ForEach` makes resources that are not written down one by one. */
function notExpanded({ file, unknownLoops }: Template): readonly Problem[] {
  return unknownLoops.map(({ key, at }) => ({
    kind: 'unsupported-construct', file, line: at.line, message: `${key} goes over a collection that is not known: functions that it makes are not listed`,
  }));
}
