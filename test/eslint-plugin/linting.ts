/** ESLint through its API, with the plugin from its sources. */
import { ESLint, type Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import plugin from '../../eslint-plugin/src/index.js';

export interface LintOptions {
  /** What `settings.reentrant` says. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly config?: 'recommended' | 'strict';
  readonly rules?: Linter.RulesRecord;
}

/** A linter for the folder `cwd`: TypeScript files with their parser, all others with ESLint's own. */
export function eslintIn(cwd: string, { settings = {}, config = 'strict', rules = {} }: LintOptions = {}): ESLint {
  const base: Linter.Config = { ...plugin.configs[config], settings: { reentrant: settings }, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } };
  return new ESLint({
    cwd, overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.{js,mjs,cjs,jsx}'], ...base },
      { files: ['**/*.{ts,mts,cts,tsx}'], ...base, languageOptions: { parser: parser } },
      { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
      { rules },
    ],
  });
}

/** A finding as an editor shows it. */
export interface Shown {
  readonly rule: string;
  readonly place: string;
  readonly message: string;
}

/** What ESLint shows in `file` when it has this `text`. */
export async function shownIn(eslint: ESLint, file: string, text: string): Promise<readonly Shown[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, line, column, endLine, endColumn, message, fatal }) => {
    if (fatal === true) throw new Error(`${file}:${line}: ${message}`);
    return { rule: ruleId?.replace('reentrant/', '') ?? '', place: `${line}:${column}-${endLine}:${endColumn}`, message };
  });
}
