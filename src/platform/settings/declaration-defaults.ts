/** What tools put into a function that its declaration does not say. */
import type { DeclarationFormat } from '../../inventory/index.js';
import { STANDARD_MEMORY } from '../../runtimes/platform.js';

export interface DeclarationDefaults {
  /** MB that the tool asks for when none are set, and that managed instances refuse. */
  readonly memory?: number;
  /** MB that the tool asks for when none are set, for a function of standard Lambda; absent where it leaves that to the service. */
  readonly standardMemory?: { readonly value: number; readonly source: string };
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
  'Serverless Framework': { standardMemory: { value: 1024, source: 'https://www.serverless.com/framework/docs/providers/aws/guide/functions' } },
  'Terraform': { memory: 128, publishesOnlyWhenAsked: true, needsOperatorRole: true },
  'Chalice': {},
  'SST': { standardMemory: { value: 1024, source: 'https://sst.dev/docs/component/aws/function/#memory' } },
  'Architect': { standardMemory: { value: 1152, source: 'https://github.com/architect/inventory/blob/main/src/defaults/function-config.js' } },
  'Amplify': { standardMemory: { value: 512, source: 'https://docs.amplify.aws/react/build-a-backend/functions/configure-functions/#memorymb' } },
  'Pulumi': { memory: 128, publishesOnlyWhenAsked: true, needsOperatorRole: true },
  'Zappa': { standardMemory: { value: 512, source: 'https://github.com/zappa/Zappa#advanced-settings' } },
  '.NET tools': {},
  'AWS CLI': { publishesOnlyWhenAsked: true, needsOperatorRole: true },
};

/** The defaults of the tool that declares a function; none when no tool does. */
export function defaultsOf(format: DeclarationFormat | undefined): DeclarationDefaults {
  return format === undefined ? {} : DEFAULTS[format];
}

/** MB of a function of standard Lambda whose declaration sets none. */
export function memoryWithout(format: DeclarationFormat | undefined): number {
  return defaultsOf(format).standardMemory?.value ?? STANDARD_MEMORY;
}
