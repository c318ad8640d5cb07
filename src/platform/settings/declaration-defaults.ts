/** What tools put into a function that its declaration does not say. */
import type { DeclarationFormat } from '../../inventory/index.js';

export interface DeclarationDefaults {
  /** MB that the tool asks for when none are set, and that managed instances refuse. */
  readonly memory?: number;
  /** Nothing is published unless the declaration says so. */
  readonly publishesOnlyWhenAsked?: boolean;
  /** A capacity provider must be given its role; what a template language adds by itself its reader has added. */
  readonly needsOperatorRole?: boolean;
}

/**
 * Where a tool is silent the service decides: memory then is what managed instances start at, and CloudFormation publishes
 * `$LATEST.PUBLISHED` by itself, for everything that is deployed through it
 * (https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-version-publishing.html). Terraform's provider sends its own defaults
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function), and Pulumi's is made from it.
 */
const DEFAULTS: Readonly<Record<DeclarationFormat, DeclarationDefaults>> = {
  'SAM': { needsOperatorRole: true },
  'CloudFormation': { needsOperatorRole: true },
  'CDK': {},
  'Serverless Framework': {},
  'Terraform': { memory: 128, publishesOnlyWhenAsked: true, needsOperatorRole: true },
  'Chalice': {},
  'SST': {},
  'Architect': {},
  'Amplify': {},
  'Pulumi': { memory: 128, publishesOnlyWhenAsked: true, needsOperatorRole: true },
  'Zappa': {},
  '.NET tools': {},
  'AWS CLI': { publishesOnlyWhenAsked: true, needsOperatorRole: true },
};

/** The defaults of the tool that declares a function; none when no tool does. */
export function defaultsOf(format: DeclarationFormat | undefined): DeclarationDefaults {
  return format === undefined ? {} : DEFAULTS[format];
}
