/** The rule catalogue in SARIF. It is written in full whatever was found: a rule's text must not vary between runs. */
import type { Confidence, RuleMeta, Severity } from '../findings/finding.js';
import { sentence } from '../readiness/words.js';

export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: Severity };
  readonly properties: Readonly<Record<string, unknown>>;
}

/** GitHub cuts a rule's tags to ten. */
const MAX_TAGS = 10;
const PRECISION: Readonly<Record<Confidence, string>> = { certain: 'very-high', likely: 'high', possible: 'medium' };
const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'recommendation' };

export function sarifRule(rule: RuleMeta): SarifRule {
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: sentence(rule.summary) },
    fullDescription: { text: sentence(rule.description) },
    help: help(rule),
    defaultConfiguration: { level: rule.severity },
    properties: {
      family: rule.family,
      tags: tags(rule),
      precision: PRECISION[rule.confidence],
      'problem.severity': PROBLEM_SEVERITY[rule.severity],
      ...(rule.securitySeverity === undefined ? {} : { 'security-severity': rule.securitySeverity }),
    },
  };
}

function help({ id, summary, description, languages }: RuleMeta): SarifRule['help'] {
  const more = `reentrant explain ${id}`;
  return {
    text: `${sentence(description)}\n\nApplies to: ${languages.join(', ')}. Examples and how to fix them: ${more}`,
    markdown: `# ${id}\n\n**${sentence(summary)}**\n\n${sentence(description)}\n\nApplies to: ${languages.join(', ')}.\n\nExamples and how to fix them: \`${more}\``,
  };
}

function tags({ family, languages, cwe, securitySeverity }: RuleMeta): string[] {
  const security = securitySeverity === undefined ? [] : ['security'];
  const weaknesses = cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`);
  return [...new Set(['concurrency', 'aws-lambda', family, ...security, ...weaknesses, ...languages])].slice(0, MAX_TAGS);
}

function pascalCase(id: string): string {
  return id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
