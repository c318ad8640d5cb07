/**
 * A Pulumi program in YAML: its resources as a program in another language would make them, so that they are read alike.
 * https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/
 */
import { NOTHING, UNKNOWN, listOf, plain, textOf, type Made, type Property, type StaticValue } from '../evaluation/values.js';
import type { MapNode, TemplateNode } from '../templates/document.js';
import { mapIn } from '../templates/merged-map.js';

const MAX_RESOURCES = 2000;
/** Aliases let a short text describe endless work. */
const MAX_DEPTH = 60;
const MAX_STEPS = 200_000;

/** `aws:lambda:Function`, and in its long form `aws:lambda/function:Function`. */
const TYPE = /^(aws(?:-[a-z]+)?):(?:([a-z0-9]+)(?:\/\w+)?:)?(\w+)$/;

interface Program {
  readonly sections: Readonly<Record<'resources' | 'variables' | 'config', MapNode | undefined>>;
  readonly made: Map<string, StaticValue>;
  steps: number;
}

/** What the resources of AWS in the program `root` make, in the order of the text. */
export function resourcesIn(root: MapNode): readonly Made[] {
  const program: Program = {
    sections: { resources: mapIn(root, 'resources'), variables: mapIn(root, 'variables'), config: mapIn(root, 'config') ?? mapIn(root, 'configuration') },
    made: new Map(), steps: MAX_STEPS,
  };
  const names = program.sections.resources?.keys.slice(0, MAX_RESOURCES) ?? [];
  return names.flatMap((name) => {
    const value = named(name, program, 0);
    return value.kind === 'made' ? [value] : [];
  });
}

/** What a name stands for: a resource, a variable, or a setting with a default. */
function named(name: string, program: Program, depth: number): StaticValue {
  const known = program.made.get(name);
  if (known) return known;
  const { resources, variables, config } = program.sections;
  const resource = resources?.get(name);
  if (resource?.kind === 'map') return resourceOf(name, resource, program, depth);
  program.made.set(name, UNKNOWN);
  const setting = config?.get(name);
  const value = valueOf(variables?.get(name) ?? (setting?.kind === 'map' ? setting.get('default') : undefined), program, depth);
  program.made.set(name, value);
  return value;
}

/** It is known before its properties are: they may refer to it. */
function resourceOf(name: string, node: MapNode, program: Program, depth: number): StaticValue {
  const [, provider, module, type] = TYPE.exec(scalarText(node.get('type')) ?? '') ?? [];
  if (provider === undefined || node.keys.includes('get')) {
    program.made.set(name, UNKNOWN);
    return UNKNOWN;
  }
  const args: StaticValue[] = [plain(scalarText(node.get('name')) ?? name)];
  const made: Made = { kind: 'made', by: ['@pulumi/' + provider, module, type].filter((part) => part !== undefined).join('.'), args, fields: new Map(), at: node.at };
  program.made.set(name, made);
  args.push(valueOf(node.get('properties') ?? { kind: 'map', keys: [], get: () => undefined, at: node.at }, program, depth + 1));
  return made;
}

function valueOf(node: TemplateNode | undefined, program: Program, depth: number): StaticValue {
  if (node === undefined) return UNKNOWN;
  if (depth > MAX_DEPTH || program.steps-- <= 0) return UNKNOWN;
  switch (node.kind) {
    case 'scalar': return typeof node.value === 'string' ? interpolated(node.value, program, depth) : node.value === null ? NOTHING : plain(node.value);
    case 'list': return listOf(node.items().map((item) => valueOf(item, program, depth + 1)));
    case 'map': return mapValue(node, program, depth);
    case 'intrinsic': return called(node.name, node.argument(), node, program, depth);
    case 'unknown': return UNKNOWN;
  }
}

function mapValue(node: MapNode, program: Program, depth: number): StaticValue {
  const [only = ''] = node.keys;
  const builtin = node.keys.length === 1 ? /^fn::([\w:]+)$/i.exec(only)?.[1] : undefined;
  if (builtin !== undefined) return called(builtin, node.get(only), node, program, depth);
  const entries = new Map<string, Property>();
  for (const key of node.keys) {
    const value = node.get(key);
    entries.set(key, { value: valueOf(value, program, depth + 1), ...(value ? { at: value.at } : {}) });
  }
  return { kind: 'record', entries, isWhole: true };
}

/** Built-in functions: those that pack files, and those whose result can be computed from texts. */
function called(name: string, argument: TemplateNode | undefined, { at }: TemplateNode, program: Program, depth: number): StaticValue {
  const value = valueOf(argument, program, depth + 1);
  switch (name.toLowerCase()) {
    case 'filearchive': case 'fileasset': return { kind: 'made', by: '@pulumi/pulumi.asset.FileArchive', args: [value], fields: new Map(), at };
    case 'assetarchive': return { kind: 'made', by: '@pulumi/pulumi.asset.AssetArchive', args: [value], fields: new Map(), at };
    case 'secret': return value;
    case 'join': {
      const [glue, list] = value.kind === 'list' ? value.items : [];
      return list?.kind === 'list' ? joined(list.items, textOf(glue) ?? '') : UNKNOWN;
    }
    default: return UNKNOWN;
  }
}

/** A text with `${name}` and `${name.property}` in it; one that is nothing else is what it names. */
function interpolated(text: string, program: Program, depth: number): StaticValue {
  if (!text.includes('${')) return plain(text);
  const whole = /^\$\{([^${}]+)\}$/.exec(text)?.[1];
  if (whole !== undefined) return referenced(whole, program, depth + 1);
  const parts = text.split(/(\$?\$\{[^{}]*\})/).filter((part) => part !== '');
  return joined(parts.map((part) => {
    if (part.startsWith('$${')) return plain(part.slice(1));
    return part.startsWith('${') ? referenced(part.slice(2, -1), program, depth + 1) : plain(part);
  }), '');
}

function referenced(path: string, program: Program, depth: number): StaticValue {
  if (depth > MAX_DEPTH) return UNKNOWN;
  const [name = '', ...members] = path.trim().split('.');
  const value = named(name, program, depth);
  return members.reduce<StaticValue>((of, member) => (of.kind === 'unknown' ? UNKNOWN : of.kind === 'record' ? of.entries.get(member)?.value ?? UNKNOWN : { kind: 'member', of, name: member }), value);
}

function joined(parts: readonly StaticValue[], glue: string): StaticValue {
  const texts = parts.map((part) => (part.kind === 'plain' ? String(part.value) : undefined));
  if (!texts.includes(undefined)) return plain(texts.join(glue));
  return { kind: 'partial', text: texts.map((text) => text ?? '${}').join(glue) };
}

function scalarText(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
