import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

export default defineConfig({
  define: { __REENTRANT_VERSION__: JSON.stringify(version), __REENTRANT_BUNDLED__: 'false' },
  test: {
    include: ['{src,rules,test,eslint-plugin}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/cases/**', '**/dist/**'],
    testTimeout: 30_000,
  },
});
