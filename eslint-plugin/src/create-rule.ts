/** A rule of the catalogue as an ESLint rule: it judges nothing itself, but reports what the audit of the project finds in the file. */
import type { Rule } from 'eslint';
import type { Finding, RuleMeta, TextEdit } from '../../src/findings/finding.js';
import { isAtLeast } from '../../src/findings/severity.js';
import { documentOf } from './documents.js';
import { findingsFor } from './findings.js';
import { DEFAULT_OPTIONS, type RuleOptions } from './levels.js';

/** The ESLint rule that reports the findings of the rule `meta`. */
export function createRule(meta: RuleMeta): Rule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: meta.summary, recommended: true, url: documentOf(meta.id) },
      messages: { hazard: '{{message}} {{advice}}', suggestion: '{{change}}' },
      hasSuggestions: true,
      schema: [{
        type: 'object',
        properties: { atLeast: { enum: ['error', 'warning', 'note'], description: 'Findings of lower severity are left out.' } },
        additionalProperties: false,
      }],
      defaultOptions: [DEFAULT_OPTIONS],
    },
    create(context) {
      // Hosts that only imitate ESLint need not fill in the default.
      const { atLeast } = { ...DEFAULT_OPTIONS, ...(context.options[0] as RuleOptions | undefined) };
      return {
        'Program:exit': () => {
          for (const finding of findingsFor(context)) if (finding.rule === meta.id && isAtLeast(finding.severity, atLeast)) report(context, finding);
        },
      };
    },
  };
}

function report(context: Rule.RuleContext, { message, advice, location, edits }: Finding): void {
  context.report({
    loc: { start: { line: location.line, column: location.column - 1 }, end: { line: location.endLine, column: location.endColumn - 1 } },
    messageId: 'hazard',
    data: { message, advice },
    ...(edits.length > 0 ? { suggest: [suggestion(context, edits)] } : {}),
  });
}

/** What the engine offers to write, for a person to accept: behaviour changes with it. */
function suggestion({ sourceCode }: Rule.RuleContext, edits: readonly TextEdit[]): Rule.SuggestionReportDescriptor {
  const offset = (line: number, column: number): number => sourceCode.getIndexFromLoc({ line, column: column - 1 });
  return {
    messageId: 'suggestion',
    data: { change: `Write ${edits.map(({ newText }) => newText).join(', ')}` },
    fix: (fixer) => edits.map(({ location: at, newText }) => fixer.replaceTextRange([offset(at.line, at.column), offset(at.endLine, at.endColumn)], newText)),
  };
}
