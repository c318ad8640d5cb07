/**
 * Values that deployments give to parameters of templates, instead of their defaults: `samconfig.toml`, and templates that nest
 * another. Where several deployments disagree, the value is not known from them.
 */
import type { SourceProject } from '../../../frontends/frontend.js';
import { folderOf, joinPath } from '../../files/files-below.js';
import { tomlEntries } from '../../manifests/toml.js';
import { parseTemplate } from '../document.js';
import { property, propertyNames, section, text } from './properties.js';
import { nameOf, resolveValue } from './resolve.js';
import { propertiesOf, resourcesOf, templateOf } from './template.js';

export type GivenParameters = ReadonlyMap<string, ReadonlyMap<string, string>>;

const SAMCONFIG = /(?:^|\/)samconfig\.toml$/;
/** The environment that is meant when none is named. */
const TABLES: ReadonlySet<string> = new Set(['default.global.parameters', 'default.build.parameters', 'default.deploy.parameters']);
const DEFAULT_TEMPLATES = ['template.yaml', 'template.yml', 'template.json'];

/** Types of resource that are stacks of their own, with the property that names their template. */
const NESTED: ReadonlyMap<string, string> = new Map([['AWS::Serverless::Application', 'Location'], ['AWS::CloudFormation::Stack', 'TemplateURL']]);

/** By template file: what its deployment gives. `templates`: the files that may be templates. */
export function givenParameters(project: SourceProject, templates: readonly string[]): GivenParameters {
  const given = new Map<string, ReadonlyMap<string, string>>();
  for (const file of project.files.filter((name) => SAMCONFIG.test(name))) {
    const config = configOf(file, project);
    if (config) given.set(config.template, config.values);
  }
  for (const [template, values] of nestedValues(project, templates, given)) if (!given.has(template)) given.set(template, values);
  return given;
}

function configOf(file: string, project: SourceProject): { readonly template: string; readonly values: ReadonlyMap<string, string> } | undefined {
  const entries = tomlEntries(project.read(file) ?? '').filter(({ table }) => TABLES.has(table));
  const overrides = entries.find(({ key }) => key === 'parameter_overrides');
  if (!overrides) return undefined;
  const named = entries.find(({ key }) => key === 'template_file' || key === 'template');
  const candidates = named ? tomlTexts(named.value).slice(0, 1) : DEFAULT_TEMPLATES;
  const template = candidates.map((name) => joinPath(folderOf(file), name)).find((name) => name !== undefined && project.has(name));
  return template === undefined ? undefined : { template, values: overridesIn(tomlTexts(overrides.value)) };
}

/** The texts of a TOML string or of a list of them. */
function tomlTexts(value: string): readonly string[] {
  return [...value.matchAll(/"""([\s\S]*?)"""|"((?:[^"\\\r\n]|\\.)*)"|'([^'\r\n]*)'/g)].map(([, long, basic, literal]) => literal ?? (long ?? basic ?? '').replaceAll(/\\(["\\])/g, '$1'));
}

/** `Stage=prod Name="a b"`, or `ParameterKey=Stage,ParameterValue=prod`. */
function overridesIn(texts: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, longKey, key, quoted, single, plain] of texts.join(' ').matchAll(/(?:ParameterKey=(\w+),ParameterValue=|(\w+)=)(?:"([^"]*)"|'([^']*)'|(\S*))/g)) {
    values.set(longKey ?? key ?? '', quoted ?? single ?? plain ?? '');
  }
  return values;
}

/** What parents hand to the templates that they nest; of values that two parents give differently none. */
function nestedValues(project: SourceProject, templates: readonly string[], given: GivenParameters): GivenParameters {
  const found = new Map<string, Map<string, string | undefined>>();
  for (const file of templates) {
    const source = project.read(file) ?? '';
    if (![...NESTED.keys()].some((type) => source.includes(type))) continue;
    for (const { template, values } of nestedIn(file, source, given)) {
      const known = found.get(template);
      if (!known) found.set(template, new Map(values));
      else for (const name of new Set([...known.keys(), ...values.keys()])) if (known.get(name) !== values.get(name)) known.set(name, undefined);
    }
  }
  return new Map([...found].map(([template, values]) => [template, new Map([...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))]));
}

function nestedIn(file: string, source: string, given: GivenParameters): readonly { readonly template: string; readonly values: ReadonlyMap<string, string> }[] {
  const { root } = parseTemplate(file, source);
  const parent = root && templateOf(file, root, given.get(file));
  if (!parent) return [];
  return resourcesOf(parent, (type) => NESTED.has(type)).flatMap((resource) => {
    const properties = propertiesOf(parent, resource);
    const template = joinPath(folderOf(file), text(properties, NESTED.get(resource.type) ?? '')?.value ?? '');
    if (template === undefined || template === folderOf(file)) return [];
    const parameters = section(properties, 'Parameters');
    const values = propertyNames(parameters).flatMap((name) => {
      const node = property(parameters, name);
      const value = node && (nameOf(node) !== undefined || node.kind === 'intrinsic') ? resolveValue(node, parent.scope) : undefined;
      return value?.kind === 'known' ? [[name, String(value.value)] as const] : [];
    });
    return [{ template, values: new Map(values) }];
  });
}
