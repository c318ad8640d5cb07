/** A CloudFormation or SAM template as its resources, and the references from one to another. */
import type { Location } from '../../../ir/index.js';
import { FUNCTION_TYPES } from '../declared-function.js';
import type { MapNode, TemplateNode } from '../document.js';
import { mapIn } from '../merged-map.js';
import { isLoop, withLoops } from './for-each.js';
import { property, type Properties } from './properties.js';
import { nameOf, resolveValue, type Scope } from './resolve.js';

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly node: MapNode;
}

export interface Template {
  readonly file: string;
  readonly scope: Scope;
  readonly resources: ReadonlyMap<string, Resource>;
  /** `Fn::ForEach` over a collection that is not known: what it makes is not among the resources. */
  readonly unknownLoops: readonly { readonly key: string; readonly at: Location }[];
  /** What `Globals` gives to resources of a type; nothing outside of SAM. */
  readonly globals: ReadonlyMap<string, MapNode>;
}

const MAX_RESOURCES = 5000;
const RESOLUTION_STEPS = 100_000;
/** A reference to a version leads to an alias, and that to a function. */
const MAX_REFERENCES = 4;

const GLOBALS: Readonly<Record<string, string>> = { 'AWS::Serverless::Function': 'Function', 'AWS::Serverless::CapacityProvider': 'CapacityProvider' };

/** The template that `root` is; nothing when it has no resources. */
export function templateOf(file: string, root: TemplateNode, given?: Scope['given']): Template | undefined {
  const written = mapIn(root, 'Resources');
  if (written === undefined) return undefined;
  const globals = mapIn(root, 'Globals');
  const sections: Scope = {
    parameters: mapIn(root, 'Parameters'), mappings: mapIn(root, 'Mappings'), conditions: mapIn(root, 'Conditions'), given,
    budget: { steps: RESOLUTION_STEPS },
  };
  const scope: Scope = { ...sections, conditions: withLoops(sections.conditions, sections) };
  const resources = withLoops(written, scope);
  return {
    file, scope,
    unknownLoops: resources.keys.filter(isLoop).map((key) => ({ key, at: resources.get(key)?.at ?? written.at })),
    resources: new Map(resources.keys.slice(0, MAX_RESOURCES).flatMap((logicalId) => {
      const node = resources.get(logicalId);
      const type = node?.kind === 'map' ? nameOf(node.get('Type')) : undefined;
      return node?.kind === 'map' && type !== undefined ? [[logicalId, { logicalId, type, node }] as const] : [];
    })),
    globals: new Map(Object.entries(GLOBALS).flatMap(([type, name]) => {
      const given = mapIn(globals, name);
      return given ? [[type, given] as const] : [];
    })),
  };
}

/** The resources of one of `types`, in the order of the text. */
export function resourcesOf(template: Template, types: (type: string) => boolean): readonly Resource[] {
  return [...template.resources.values()].filter(({ type }) => types(type));
}

/** The properties of a resource; `unknown` collects what is not literal in them. */
export function propertiesOf(template: Template, { type, node }: Resource, unknown: string[] = []): Properties {
  return { own: mapIn(node, 'Properties'), globals: template.globals.get(type), scope: template.scope, unknown, path: '' };
}

/** The resource that a value refers to: by `Ref`, `GetAtt`, a `Sub` that begins or ends with it, or the name that it gives itself. */
export function resourceMeant(template: Template, node: TemplateNode | undefined): Resource | undefined {
  const value = node && resolveValue(node, template.scope);
  if (value === undefined || value.kind === 'absent') return undefined;
  const text = value.kind === 'known' ? String(value.value) : value.text;
  for (const [, inText, attribute] of text.matchAll(/\$\{(\w+)|(\w+)\.Arn\b/g)) {
    const resource = template.resources.get(inText ?? attribute ?? '');
    if (resource) return resource;
  }
  const id = /^(\w+)(?:\.\w+)*$/.exec(text)?.[1];
  return template.resources.get(id ?? '');
}

/** The function that a value refers to, also through a version or an alias of it. */
export function functionMeant(template: Template, node: TemplateNode | undefined): Resource | undefined {
  let current = resourceMeant(template, node);
  for (let step = 0; current !== undefined && step < MAX_REFERENCES; step++) {
    if (FUNCTION_TYPES.has(current.type)) return current;
    current = resourceMeant(template, property(propertiesOf(template, current), 'FunctionName'));
  }
  return undefined;
}
