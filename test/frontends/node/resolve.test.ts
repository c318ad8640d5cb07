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
  ['src/app/handler.ts', './util/', 'src/app/util/index.ts'],
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

const workspace = new Map(Object.entries({
  'package.json': `{ "workspaces": ["apps/*", "packages/*"] }`,
  'tsconfig.json': `{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./packages/store" }] }`,
  'tsconfig.app.json': `{ "compilerOptions": { "paths": { "@app/*": ["./apps/*/src",], "/opt/nodejs/*": ["./layers/*"] } } } // solution`,
  'packages/tsconfig/package.json': `{ "name": "@acme/tsconfig" }`,
  'packages/tsconfig/strict.json': `{ "extends": "./strict.json", "compilerOptions": { "baseUrl": "\${configDir}/lib" } }`,
  'packages/tsconfig/paths.json': `{ "compilerOptions": { "paths": { "@own/*": ["\${configDir}/src/*"] } } }`,
  'packages/store/package.json': `{ "name": "@acme/store", "main": "compiled/main.js", "types": "types/main.d.ts", "exports": { ".": { "types": "./types/main.d.ts", "default": "./compiled/main.js" }, "./features/": "./compiled/features/" } }`,
  'packages/store/tsconfig.json': `{ "extends": ["@acme/tsconfig/strict", "@acme/tsconfig/paths.json", "@tsconfig/node20/tsconfig.json"], "compilerOptions": { "composite": true, "rootDir": "source", "outDir": "compiled" } }`,
  'packages/store/types/main.d.ts': '', 'packages/store/source/main.ts': '', 'packages/store/source/features/a.mts': '', 'packages/store/src/keys.ts': '', 'packages/store/lib/shared/clock.ts': '',
  'apps/orders/package.json': `{ "name": "orders", "dependencies": { "money": "file:../../vendored/cash" }, "imports": { "#clock": { "browser": "./src/fake.js", "default": "./dist/clock.js" }, "#db": "pg" } }`,
  'apps/orders/tsconfig.json': `{ "compilerOptions": { "rootDirs": ["src", "generated"] } }`,
  'apps/orders/src/index.ts': '', 'apps/orders/src/clock.ts': '', 'apps/orders/src/fake.ts': '', 'apps/orders/src/handlers/main.ts': '', 'apps/orders/src/handlers.ts': '', 'apps/orders/src/handlers/index.cts': '',
  'apps/orders/generated/handlers/schema.ts': '', 'apps/orders/src/legacy.js': '', 'apps/orders/src/legacy.d.ts': '', 'apps/orders/src/both.ts': '', 'apps/orders/src/both.js': '',
  'vendored/cash/package.json': `{ "name": "cash", "main": "./build/cash.cjs" }`, 'vendored/cash/cash.cts': '',
  'apps/billing/package.json': `{ "name": "billing" }`, 'apps/billing/shared/package.json': `{ "name": "@acme/shared" }`, 'apps/billing/shared/index.ts': '', 'apps/billing/src/main.js': '',
  'apps/orders/shared/package.json': `{ "name": "@acme/shared" }`, 'apps/orders/shared/index.ts': '', 'layers/audit.ts': '',
}));
const resolveInWorkspace = createResolver(memoryProject(workspace));

test.each([
  ['a package whose output is not there', 'apps/orders/src/index.ts', '@acme/store', 'packages/store/source/main.ts'],
  ['a folder of its exports', 'apps/orders/src/index.ts', '@acme/store/features/a.mjs', 'packages/store/source/features/a.mts'],
  ['the output of another project', 'apps/orders/src/index.ts', '../../../packages/store/compiled/main.js', 'packages/store/source/main.ts'],
  ['paths of a file that is extended', 'packages/store/source/main.ts', '@own/keys', 'packages/store/src/keys.ts'],
  ['a base folder beside paths of another file', 'packages/store/source/main.ts', 'shared/clock', 'packages/store/lib/shared/clock.ts'],
  ['paths of a referenced project', 'apps/billing/src/main.js', '@app/orders', 'apps/orders/src/index.ts'],
  ['paths of what is mounted', 'apps/orders/src/index.ts', '/opt/nodejs/audit', 'layers/audit.ts'],
  ['a private import', 'apps/orders/src/handlers/main.ts', '#clock', 'apps/orders/src/clock.ts'],
  ['rootDirs', 'apps/orders/src/handlers/main.ts', './schema.js', 'apps/orders/generated/handlers/schema.ts'],
  ['a folder beside a file of its name', 'apps/orders/src/handlers/main.ts', '.', 'apps/orders/src/handlers/index.cts'],
  ['a file beside a folder of its name', 'apps/orders/src/index.ts', './handlers', 'apps/orders/src/handlers.ts'],
  ['declarations beside code', 'apps/orders/src/index.ts', './legacy', 'apps/orders/src/legacy.js'],
  ['output beside the source, from TypeScript', 'apps/orders/src/index.ts', './both.js', 'apps/orders/src/both.ts'],
  ['output beside the source, from output', 'apps/orders/src/legacy.js', './both.js', 'apps/orders/src/both.js'],
  ['a dependency that is a folder', 'apps/orders/src/index.ts', 'money', 'vendored/cash/cash.cts'],
  ['the nearer of two packages with one name', 'apps/orders/src/index.ts', '@acme/shared', 'apps/orders/shared/index.ts'],
  ['and from elsewhere the other', 'apps/billing/src/main.js', '@acme/shared', 'apps/billing/shared/index.ts'],
])('%s: in %s, %s is %s', (_, file, specifier, expected) => {
  expect(resolveInWorkspace(file, specifier)).toEqual({ kind: 'file', file: expected });
});

test('a private import may be a library', () => {
  expect(resolveInWorkspace('apps/orders/src/handlers/main.ts', '#db')).toEqual({ kind: 'library', specifier: 'pg' });
});

test('one name for each library function', () => {
  expect(['fs', 'node:fs', 'fs/promises', 'node:path/posix', 'pg', 'aws-sdk/clients/s3', '@aws-sdk/client-s3', 'process', 'node:test'].map(moduleSymbol))
    .toEqual(['node:fs', 'node:fs', 'node:fs.promises', 'node:path.posix', 'pg', 'aws-sdk/clients/s3', '@aws-sdk/client-s3', 'process', 'node:test']);
  expect(['fs/promises', '@aws-sdk/client-s3/dist', 'lodash/get', 'node:process'].map(packageName)).toEqual(['node:fs', '@aws-sdk/client-s3', 'lodash', 'node:process']);
  expect(memberSymbol('node:url', 'URL')).toBe('URL');
  expect(memberSymbol('pg', 'default')).toBe('pg');
});
