/** A service of the Serverless Framework: its sections, ready to be read, and the resources that it adds to its stack. */
import type { SourceProject } from '../../../frontends/frontend.js';
import { folderOf } from '../../files/files-below.js';
import { templateOf, type Template } from '../cloudformation/template.js';
import type { MapNode, TemplateNode } from '../document.js';
import { mergedMap } from '../merged-map.js';
import { withoutVariables } from './resolver.js';

export interface Service {
  readonly file: string;
  readonly root: MapNode;
  /** Settings of all functions; absent where the provider is only named. */
  readonly provider: MapNode | undefined;
  /** The stack of the service: its own resources, and those that the framework makes of functions, by the names that it gives them. */
  readonly stack: Template;
}

/** The service that a file describes, or the name of the other cloud that it is one of; nothing when it is none. */
export function serviceOf(file: string, written: TemplateNode, project: SourceProject, parameters: ReadonlyMap<string, TemplateNode>): Service | string | undefined {
  if (written.kind !== 'map' || !written.keys.includes('functions')) return undefined;
  const root = withoutVariables({ root: written, folder: folderOf(file), project, parameters });
  const provider = root.kind === 'map' ? root.get('provider') : undefined;
  if (root.kind !== 'map' || !provider) return undefined;
  const cloud = cloudOf(provider);
  if (cloud !== AWS) return cloud;
  const stack = templateOf(file, stackOf(root));
  return stack && { file, root, provider: provider.kind === 'map' ? provider : undefined, stack };
}

/** More resources than a stack may have (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html). */
const MAX_FUNCTIONS = 500;

/** The functions of a service, by name. */
export function functionEntries(root: MapNode): readonly (readonly [name: string, node: TemplateNode])[] {
  return entriesOf(root.get('functions')).slice(0, MAX_FUNCTIONS);
}

/** The raw CloudFormation of a service as a template, with the functions that it may refer to. */
function stackOf(root: MapNode): MapNode {
  const parts = partsOf(root.get('resources'));
  const made: MapNode = mapOf(root, functionEntries(root).map(([name, { at }]) => [logicalIdOf(name), mapOf({ at }, [['Type', { kind: 'scalar', value: 'AWS::Lambda::Function', at }]])]));
  const written = mergedMap(parts.flatMap((part) => [...partsOf(part.get('Resources')), ...partsOf(part.get('extensions'))]));
  const resources = written === undefined ? made : mapOf(root, [...new Set([...made.keys, ...written.keys])].map((id) => [id, mergedNode(made.get(id), written.get(id))]));
  const sections = ['Parameters', 'Mappings', 'Conditions'].map((name) => [name, mergedMap(parts.flatMap((part) => partsOf(part.get(name))))] as const);
  return mapOf(root, [['Resources', resources], ...sections]);
}

/** `hello-world` is `HelloDashworldLambdaFunction` in the stack. */
export function logicalIdOf(name: string): string {
  return `${name.replace(/^./, (first) => first.toUpperCase()).replaceAll('-', 'Dash').replaceAll('_', 'Underscore')}LambdaFunction`;
}

/** What is written of a resource that the framework makes is added to it. */
function mergedNode(made: TemplateNode | undefined, written: TemplateNode | undefined): TemplateNode | undefined {
  return made?.kind === 'map' && written?.kind === 'map' ? mergedMap([made, written]) : written ?? made;
}

function mapOf({ at }: Pick<MapNode, 'at'>, written: readonly (readonly [string, TemplateNode | undefined])[]): MapNode {
  const entries = new Map(written.filter(([, node]) => node !== undefined));
  return { kind: 'map', at, keys: [...entries.keys()], get: (key) => entries.get(key) };
}

const AWS = 'aws';

/** `provider: aws`, or its name; what stands in a file that is not there may well be AWS. */
function cloudOf(provider: TemplateNode): string {
  const name = provider.kind === 'map' ? provider.get('name') : provider;
  return name?.kind === 'scalar' ? String(name.value) : AWS;
}

/** A section that may be written in several parts: a mapping, or a list of mappings. */
function partsOf(node: TemplateNode | undefined): readonly MapNode[] {
  const parts = node?.kind === 'list' ? node.items() : node ? [node] : [];
  return parts.flatMap((part) => (part.kind === 'map' ? [part] : []));
}

/** The entries of a mapping, or of a list of mappings. */
export function entriesOf(node: TemplateNode | undefined): readonly (readonly [name: string, node: TemplateNode])[] {
  return partsOf(node).flatMap((part) => part.keys.flatMap((key) => {
    const value = part.get(key);
    return value ? [[key, value] as const] : [];
  }));
}
