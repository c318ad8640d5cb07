/** What the two configurations report, and how loudly. */
import type { Linter } from 'eslint';
import type { RuleMeta, Severity } from '../../src/findings/finding.js';

export type ConfigName = 'recommended' | 'strict';

/** The option of every rule: findings below it are left out. */
export interface RuleOptions {
  readonly atLeast: Severity;
}

/** Without options a rule leaves notes out. */
export const DEFAULT_OPTIONS: RuleOptions = { atLeast: 'warning' };

/** ESLint has one level for all that a rule reports: the highest that the rule can give. `strict` reports notes too. */
export function levelIn(config: ConfigName, { severity }: RuleMeta): Linter.RuleEntry {
  const level = severity === 'error' ? 'error' : 'warn';
  return config === 'strict' ? [level, { atLeast: 'note' } satisfies RuleOptions] : level;
}
