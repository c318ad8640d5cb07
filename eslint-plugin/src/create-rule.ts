/** A rule of the catalogue as an ESLint rule: it judges nothing itself, but reports what the audit of the project finds in the file. */
import type { Rule } from 'eslint';
import type { Finding, RuleMeta } from '../../src/findings/finding.js';
import { documentOf } from './documents.js';
import { findingsFor } from './findings.js';
import { DEFAULT_OPTIONS, isAtLeast, type RuleOptions } from './levels.js';

/** The ESLint rule that reports the findings of the rule `meta`. */
export function createRule(meta: RuleMeta): Rule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: meta.summary, recommended: true, url: documentOf(meta.id) },
      messages: { hazard: '{{message}} {{advice}}' },
      schema: [{
        type: 'object',
        properties: { atLeast: { enum: ['error', 'warning', 'note'], description: 'Findings of lower severity are left out.' } },
        additionalProperties: false,
      }],
      defaultOptions: [DEFAULT_OPTIONS],
    },
    create(context) {
      // ESLint before 9.15 does not know defaultOptions.
      const options = { ...DEFAULT_OPTIONS, ...(context.options[0] as RuleOptions | undefined) };
      return {
        'Program:exit': () => {
          for (const finding of findingsFor(context)) if (finding.rule === meta.id && isAtLeast(finding.severity, options)) report(context, finding);
        },
      };
    },
  };
}

function report(context: Rule.RuleContext, { message, advice, location }: Finding): void {
  context.report({
    loc: { start: { line: location.line, column: location.column - 1 }, end: { line: location.endLine, column: location.endColumn - 1 } },
    messageId: 'hazard',
    data: { message, advice },
  });
}
