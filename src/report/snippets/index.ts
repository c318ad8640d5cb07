/** The advised settings of a report as a part of a template, one file per template language. */
import type { AuditReport } from '../audit-report.js';
import { cdkSnippet } from './cdk.js';
import { cloudformationSnippet } from './cloudformation.js';
import { planSnippet, type SnippetPlan } from './plan.js';
import { samSnippet } from './sam.js';
import { serverlessSnippet } from './serverless.js';
import { terraformSnippet } from './terraform.js';

const WRITERS = {
  sam: samSnippet, cloudformation: cloudformationSnippet, cdk: cdkSnippet, terraform: terraformSnippet, serverless: serverlessSnippet,
} as const satisfies Readonly<Record<string, (plan: SnippetPlan) => string>>;

export type SnippetFormat = keyof typeof WRITERS;

export const SNIPPET_FORMATS = Object.keys(WRITERS) as readonly SnippetFormat[];

export function snippet(report: Pick<AuditReport, 'functions'>, format: SnippetFormat): string {
  return WRITERS[format](planSnippet(report));
}
