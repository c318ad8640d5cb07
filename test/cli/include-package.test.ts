import { describe, expect, it } from 'vitest';
import { auditJson, folderWith } from './command-line.js';

const STORE = 'let user;\nexports.remember = async (u) => { user = u; await fetch("https://example.com"); return user; };\n';
const FILES = 'import json\n\ndef save(event):\n    with open("/tmp/a.json", "w") as f:\n        json.dump(event, f)\n    return open("/tmp/a.json").read()\n';

const PROJECT = {
  '.gitignore': 'node_modules\n',
  'package.json': '{ "name": "app" }',
  'src/index.js': 'const { remember } = require("@acme/store");\nexports.handler = async (event) => remember(event.user);\n',
  'node_modules/@acme/store/package.json': '{ "name": "@acme/store", "main": "dist/index.js" }',
  'node_modules/@acme/store/dist/index.js': STORE,
  'node_modules/@acme/other/index.js': STORE.replace('remember', 'handler'),
  'node_modules/handler/index.js': 'exports.handler = async (event, context) => process.exit(1);\n',
  'thumbnails/app.py': 'from acme_files import save\n\ndef lambda_handler(event, context):\n    return save(event)\n',
  'venv/lib/python3.13/site-packages/acme_files/__init__.py': FILES,
  'venv/lib/python3.13/site-packages/other/app.py': 'def lambda_handler(event, context):\n    return 1\n',
};

describe('--include-package', () => {
  it('follows calls into the installed packages that are named, and no others', async () => {
    const folder = folderWith(PROJECT);
    const without = await auditJson([folder]);
    expect(without.report.functions.map(({ verdict }) => verdict)).toEqual(['not-proven', 'not-proven']);
    const { report } = await auditJson([folder, '--include-package', '@acme/store', '--include-package', 'acme_files']);
    expect(report.findings.map(({ rule, location }) => [rule, location.file])).toEqual([
      ['request-state-leak', 'node_modules/@acme/store/dist/index.js'], ['shared-temp-path', 'venv/lib/python3.13/site-packages/acme_files/__init__.py'],
    ]);
    expect(report.functions.map(({ name, verdict }) => [name, verdict])).toEqual([['index.handler', 'not-ready'], ['app.lambda_handler', 'not-ready']]);
  });

  it('finds packages that are installed beside the code', async () => {
    const folder = folderWith({
      'fn/app.py': PROJECT['thumbnails/app.py'], 'fn/acme_files/__init__.py': FILES, 'fn/acme_files-1.0.dist-info/RECORD': 'acme_files/__init__.py,,\n', 'fn/acme_files-1.0.dist-info/top_level.txt': 'acme_files\n',
    });
    expect((await auditJson([folder])).report.findings).toEqual([]);
    expect((await auditJson([folder, '--include-package', 'acme_files'])).report.findings.map(({ rule }) => rule)).toEqual(['shared-temp-path']);
  });
});
