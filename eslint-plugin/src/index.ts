/** `eslint-plugin-reentrant`: the rules of reentrant that apply to code of Node.js, judged by its engine, in the editor. */
import type { ESLint, Linter } from 'eslint';
import { CATALOGUE } from '../../rules/catalogue.js';
import { createRule } from './create-rule.js';
import { levelIn, type ConfigName } from './levels.js';

const NAMESPACE = 'reentrant';
const APPLYING = CATALOGUE.map(({ meta }) => meta).filter(({ languages, isOutsideCode }) => languages.includes('node') && !isOutsideCode);

const plugin = {
  meta: { name: 'eslint-plugin-reentrant', version: __REENTRANT_VERSION__, namespace: NAMESPACE },
  rules: Object.fromEntries(APPLYING.map((meta) => [meta.id, createRule(meta)])),
  configs: {} as Record<ConfigName, Linter.Config>,
} satisfies ESLint.Plugin;

function config(name: ConfigName): Linter.Config {
  const rules = Object.fromEntries(APPLYING.map((meta) => [`${NAMESPACE}/${meta.id}`, levelIn(name, meta)] as const));
  return { name: `${NAMESPACE}/${name}`, plugins: { [NAMESPACE]: plugin }, rules };
}

Object.assign(plugin.configs, { recommended: config('recommended'), strict: config('strict') });

export default plugin;
