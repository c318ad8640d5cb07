/** Which snippet fits to how the functions of a repository are declared. */
import type { DeclarationFormat } from '../../inventory/lambda-function.js';
import type { AuditReport } from '../audit-report.js';
import type { SnippetFormat } from './index.js';

/** Languages and tools that there is no snippet for end in CloudFormation, or take what does. */
const SNIPPET_OF: Readonly<Record<DeclarationFormat, SnippetFormat>> = {
  'SAM': 'sam', 'CloudFormation': 'cloudformation', 'CDK': 'cdk', 'Amplify': 'cdk', 'Terraform': 'terraform', 'Serverless Framework': 'serverless',
  'Chalice': 'sam', 'Architect': 'sam', 'SST': 'terraform', 'Pulumi': 'terraform', 'Zappa': 'sam', '.NET tools': 'sam', 'AWS CLI': 'cloudformation',
};

/** The format to ask for; nothing where no settings are advised. */
export function suggestedSnippet({ functions }: Pick<AuditReport, 'functions'>): SnippetFormat | undefined {
  const advised = functions.filter(({ readiness }) => readiness.advice !== undefined);
  if (advised.length === 0) return undefined;
  const declared = advised.find(({ function: fn }) => fn.declaredAs !== undefined)?.function.declaredAs;
  return declared === undefined ? 'sam' : SNIPPET_OF[declared];
}
