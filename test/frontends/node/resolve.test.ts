import { expect, test } from 'vitest';
import { createResolver } from '../../../src/frontends/node/resolve/resolve.js';
import { memberSymbol, moduleSymbol, packageName } from '../../../src/frontends/node/resolve/library-names.js';
import { memoryProject } from '../golden-cases.js';

const files = new Map(Object.entries({
  'tsconfig.base.json': `{ "compilerOptions": { "baseUrl": "./src", /* aliases */ "paths": { "~/*": ["*"], "@db": ["data/db.ts"] } } }`,
  'src/app/tsconfig.json': `{ "extends": "../../tsconfig.base.json" }`,
  'src/app/handler.ts': '', 'src/app/util.ts': '', 'src/app/util/index.ts': '', 'src/app/view.tsx': '', 'src/data/db.ts': '', 'src/data/index.mts': '',
  'legacy/main.js': '', 'legacy/part/package.json': `{ "main": "./lib/start" }`, 'legacy/part/lib/start.js': '', 'legacy/data.json': '{}',
  'packages/core/package.json': `{ "name": "@acme/core", "exports": { ".": { "import": "./dist/index.mjs" }, "./jobs/*": "./dist/jobs/*.js" } }`,
  'packages/core/src/index.ts': '', 'packages/core/src/jobs/run.ts': '',
  'packages/own/package.json': `{ "name": "own", "imports": { "#lib/*": "./lib/*.js" } }`, 'packages/own/lib/a.js': '', 'packages/own/index.js': '',
}));
const resolve = createResolver(memoryProject(files));

test.each([
  ['src/app/handler.ts', './util', 'src/app/util.ts'],
  ['src/app/handler.ts', './util.js', 'src/app/util.ts'],
  ['src/app/handler.ts', './util/', 'src/app/util.ts'],
  ['src/app/handler.ts', './view.js', 'src/app/view.tsx'],
  ['src/app/handler.ts', '../data', 'src/data/index.mts'],
  ['src/app/handler.ts', '@db', 'src/data/db.ts'],
  ['src/app/handler.ts', '~/data/db', 'src/data/db.ts'],
  ['src/app/handler.ts', 'data/db', 'src/data/db.ts'],
  ['legacy/main.js', './part', 'legacy/part/lib/start.js'],
  ['legacy/main.js', './data.json', 'legacy/data.json'],
  ['legacy/main.js', '@acme/core', 'packages/core/src/index.ts'],
  ['legacy/main.js', '@acme/core/jobs/run', 'packages/core/src/jobs/run.ts'],
  ['packages/own/index.js', '#lib/a', 'packages/own/lib/a.js'],
  ['packages/own/index.js', 'own', 'packages/own/index.js'],
])('in %s, %s is %s', (file, specifier, expected) => {
  expect(resolve(file, specifier)).toEqual({ kind: 'file', file: expected });
});

test.each([
  ['src/app/handler.ts', 'pg', 'pg'],
  ['src/app/handler.ts', 'node:fs', 'node:fs'],
  ['src/app/handler.ts', '../../../outside', './../outside'],
  ['legacy/main.js', '@db', '@db'],
  ['legacy/main.js', './generated/client', './legacy/generated/client'],
])('in %s, %s is no file', (file, specifier, expected) => {
  expect(resolve(file, specifier)).toEqual({ kind: 'library', specifier: expected });
});

test('one name for each library function', () => {
  expect(['fs', 'node:fs', 'fs/promises', 'node:path/posix', 'pg', 'aws-sdk/clients/s3', '@aws-sdk/client-s3', 'process', 'node:test'].map(moduleSymbol))
    .toEqual(['node:fs', 'node:fs', 'node:fs.promises', 'node:path.posix', 'pg', 'aws-sdk/clients/s3', '@aws-sdk/client-s3', 'process', 'node:test']);
  expect(['fs/promises', '@aws-sdk/client-s3/dist', 'lodash/get', 'node:process'].map(packageName)).toEqual(['node:fs', '@aws-sdk/client-s3', 'lodash', 'node:process']);
  expect(memberSymbol('node:url', 'URL')).toBe('URL');
  expect(memberSymbol('pg', 'default')).toBe('pg');
});
