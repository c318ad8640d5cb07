/** Reads a template part as CloudFormation would: parameters and references become values that they may have. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse, type ScalarTag } from 'yaml';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Description: string }>>;
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** What a parameter may be, by what is asked for. */
const VALUES: Readonly<Record<string, (name: string) => unknown>> = {
  'List<AWS::EC2::Subnet::Id>': () => ['subnet-0a1b2c', 'subnet-3d4e5f', 'subnet-6a7b8c'],
  'List<AWS::EC2::SecurityGroup::Id>': () => ['sg-0a1b2c'],
  'String': (name) => (/RoleArn$/.test(name) ? roleArn('X') : /Arn$/.test(name) ? providerArn('X') : /Bucket$/.test(name) ? 'a-bucket' : 'text'),
};

function roleArn(name: string): string {
  return `arn:aws:iam::111122223333:role/${name}`;
}

function providerArn(name: string): string {
  return `arn:aws:lambda:eu-west-1:111122223333:capacity-provider:${name}`;
}

/** The template with its references replaced; one that leads nowhere throws. */
export function readTemplate(text: string): Template {
  const tag = (name: string): ScalarTag => ({ tag: `!${name}`, resolve: (value: string) => ({ [name]: value }) });
  const raw = parse(text, { customTags: [tag('Ref'), tag('GetAtt'), tag('Sub')] }) as Template;
  return resolved(raw, raw) as Template;
}

function resolved(value: unknown, { Parameters = {}, Resources = {} }: Partial<Template>): unknown {
  const template = { Parameters, Resources };
  if (Array.isArray(value)) return value.map((one) => resolved(one, template));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, GetAtt, Sub } = value as Readonly<Record<string, unknown>>;
  if (typeof Ref === 'string') return VALUES[Parameters[Ref]!.Type]!(Ref);
  if (typeof GetAtt === 'string') return arnOf(GetAtt, Resources);
  if (typeof Sub === 'string') return Sub.replaceAll('${AWS::Partition}', 'aws');
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, template)]));
}

function arnOf(attribute: string, resources: Template['Resources']): string {
  const [id = '', name] = attribute.split('.');
  if (name !== 'Arn') throw new Error(`no attribute ${attribute}`);
  return resources[id]!.Type === 'AWS::IAM::Role' ? roleArn(id) : providerArn(id);
}

const SCHEMAS = ['AWS::Lambda::Function', 'AWS::Lambda::CapacityProvider', 'AWS::IAM::Role', 'AWS::Serverless::Function', 'AWS::Serverless::CapacityProvider'];
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const VALIDATORS = new Map(SCHEMAS.map((type) => [type, ajv.compile(JSON.parse(readFileSync(new URL(`schemas/${type.replaceAll('::', '-').toLowerCase()}.json`, import.meta.url), 'utf8')) as object)]));

/** What the published schemas say against the resources of a template. */
export function schemaErrors({ Resources = {} }: Partial<Template>): readonly string[] {
  return Object.entries(Resources).flatMap(([id, { Type, Properties }]) => {
    const validate = VALIDATORS.get(Type);
    if (!validate) return [`${id}: there is no ${Type}`];
    validate(Properties);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${id}${instancePath} ${message}`);
  });
}
