import type { ESLint, Linter, Rule } from 'eslint';

/** The rules of reentrant for ESLint. */
declare const plugin: ESLint.Plugin & {
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: {
    /** Errors and warnings. */
    readonly recommended: Linter.Config;
    /** Notes as well: what is worth knowing and harms nothing by itself. */
    readonly strict: Linter.Config;
  };
};

export default plugin;
