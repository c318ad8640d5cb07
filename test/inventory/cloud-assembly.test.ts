/** What is read of the output of `cdk synth`. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walk } from '../../src/inventory/files/walk.js';

let root = '';

beforeEach(() => { root = mkdtempSync(path.join(tmpdir(), 'cloud-assembly-')); });
afterEach(() => rmSync(root, { recursive: true }));

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), typeof value === 'string' ? value : JSON.stringify(value));
  }
}

const stack = (templateFile: unknown) => ({ type: 'aws:cloudformation:stack', properties: { templateFile } });
const assets = (file: string) => ({ type: 'cdk:asset-manifest', properties: { file } });
const manifest = (artifacts: Readonly<Record<string, unknown>>) => ({ version: '48.0.0', artifacts });

const OUTPUT = {
  '.gitignore': 'cdk.out\n',
  'cdk.out/manifest.json': manifest({ A: stack('A.template.json'), assets: assets('A.assets.json'), prod: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } } }),
  'cdk.out/A.template.json': {}, 'cdk.out/Old.template.json': {}, 'cdk.out/tree.json': {}, 'cdk.out/Inner.nested.template.json': {},
  'cdk.out/A.assets.json': { files: { a: { source: { path: 'asset.01' } }, b: { source: { path: 'asset.02.zip' } }, c: { source: { path: 'Inner.nested.template.json' } } } },
  'cdk.out/asset.01/index.js': 'exports.handler = 1;', 'cdk.out/asset.01/node_modules/left/index.js': '', 'cdk.out/asset.ff/index.js': '',
  'cdk.out/assembly-Prod/manifest.json': manifest({ P: stack('P.template.json') }), 'cdk.out/assembly-Prod/P.template.json': {},
};
const TEMPLATES = ['cdk.out/A.template.json', 'cdk.out/Inner.nested.template.json', 'cdk.out/assembly-Prod/P.template.json'];

function filesFound(): readonly string[] {
  return walk({ root, scope: '', wanted: [] }).files.filter((file) => file.startsWith('cdk.out/'));
}

describe('the output of cdk synth', () => {
  it('is its templates, those of stages and nested stacks included, beside the code of the application', () => {
    write({ ...OUTPUT, 'cdk.json': { app: 'npx tsx bin/app.ts' } });
    expect(filesFound()).toEqual(TEMPLATES);
    expect(walk({ root, scope: '', wanted: [] }).passedOver.get('build output')).toBe(8);
  });

  it.each([['no application', {}], ['an application in a language that is not read', { 'cdk.json': { app: 'dotnet run' } }]])('brings the code along that it deploys where there is %s', (_, application) => {
    write({ ...OUTPUT, ...application });
    expect(filesFound()).toEqual([...TEMPLATES, 'cdk.out/asset.01/index.js'].sort());
  });

  it('never leads out of itself', () => {
    write({
      'outside.template.json': {}, 'secret/index.js': '', 'cdk.out/A.template.json': {},
      'cdk.out/manifest.json': manifest({ A: stack('A.template.json'), b: stack('../outside.template.json'), c: stack('/etc/passwd'), d: stack(7), e: assets('A.assets.json'), f: stack('link.template.json'), g: null, h: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } }),
      'cdk.out/A.assets.json': { files: { a: { source: { path: '../secret' } }, b: { source: { path: 'linked' } }, c: 3 } },
    });
    symlinkSync('../outside.template.json', path.join(root, 'cdk.out/link.template.json'));
    symlinkSync('../secret', path.join(root, 'cdk.out/linked'));
    expect(filesFound()).toEqual(['cdk.out/A.template.json']);
  });

  it.each([['no manifest', {}], ['half a manifest', { 'cdk.out/manifest.json': '{ "artifacts": {' }], ['a manifest of something else', { 'cdk.out/manifest.json': '[1]' }]])('is passed over with %s', (_, files) => {
    write({ 'cdk.out/A.template.json': {}, ...files });
    expect(filesFound()).toEqual([]);
  });
});
