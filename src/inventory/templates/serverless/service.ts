/** A service of the Serverless Framework: its sections, ready to be read, and the resources that it adds to its stack. */
import type { SourceProject } from '../../../frontends/frontend.js';
import { folderOf } from '../../files/files-below.js';
import type { Scope } from '../cloudformation/resolve.js';
import type { MapNode, TemplateNode } from '../document.js';
import { mergedMap } from '../merged-map.js';
import { withoutVariables } from './resolver.js';

export interface Service {
  readonly file: string;
  readonly root: MapNode;
  /** Settings of all functions; absent where the provider is only named. */
  readonly provider: MapNode | undefined;
  /** `Resources` of the raw CloudFormation, all parts of the list merged. */
  readonly resources: MapNode | undefined;
  /** How values are computed that CloudFormation fills in. */
  readonly scope: Scope;
}

const RESOLUTION_STEPS = 100_000;

/** The service that a file describes; nothing when it is none, or one of another cloud. */
export function serviceOf(file: string, written: TemplateNode, project: SourceProject, parameters: ReadonlyMap<string, TemplateNode>): Service | undefined {
  if (written.kind !== 'map' || !written.keys.includes('functions')) return undefined;
  const root = withoutVariables({ root: written, folder: folderOf(file), project, parameters });
  const provider = root.kind === 'map' ? root.get('provider') : undefined;
  if (root.kind !== 'map' || !provider || !isAws(provider)) return undefined;
  const parts = partsOf(root.get('resources'));
  return {
    file, root, provider: provider.kind === 'map' ? provider : undefined,
    resources: merged(parts, 'Resources'),
    scope: {
      parameters: merged(parts, 'Parameters'), mappings: merged(parts, 'Mappings'), conditions: merged(parts, 'Conditions'),
      budget: { steps: RESOLUTION_STEPS },
    },
  };
}

/** `provider: aws`, or its name; what stands in a file that is not there may well be it. */
function isAws(provider: TemplateNode): boolean {
  const name = provider.kind === 'map' ? provider.get('name') : provider;
  return name === undefined || name.kind !== 'scalar' || name.value === 'aws';
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

function merged(parts: readonly MapNode[], name: string): MapNode | undefined {
  return mergedMap(parts.flatMap((part) => partsOf(part.get(name))));
}
