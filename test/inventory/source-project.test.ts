import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRepositoryRoot, openSourceProject } from '../../src/inventory/index.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'source-project-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
}

describe('the files of a project', () => {
  it('passes over what is not product code, and counts it by reason', () => {
    write({
      'src/app.ts': '', 'src/app.test.ts': '', 'src/vendor/lib.js': '', 'src/jquery.min.js': '',
      'node_modules/a/index.js': '', 'node_modules/b/index.js': '', 'dist/app.js': '', '.aws-sam/build/app.js': '',
      'tests/test_app.py': '', 'java/src/main/java/App.java': '', 'java/src/test/java/AppTest.java': '', 'venv/lib/site.py': '',
    });
    const project = openSourceProject({ path: root });
    expect(project.files).toEqual(['java/src/main/java/App.java', 'src/app.ts']);
    expect(Object.fromEntries(project.passedOver)).toEqual({ 'build output': 2, dependencies: 3, 'minified or generated': 1, tests: 3, vendored: 1 });
  });

  it('knows that bin and target are build output only beside a build file', () => {
    write({ 'cdk/bin/app.ts': '', 'api/bin/Debug/x.js': '', 'api/Api.csproj': '', 'jvm/target/x.js': '', 'jvm/pom.xml': '', 'target/index.js': '' });
    expect(openSourceProject({ path: root }).files).toEqual(['api/Api.csproj', 'cdk/bin/app.ts', 'jvm/pom.xml', 'target/index.js']);
  });

  it('passes over what pip has installed beside the own modules', () => {
    write({
      'layer/python/own.py': '', 'layer/python/boto3/__init__.py': '', 'layer/python/six.py': '', 'layer/python/dateutil/tz.py': '', 'layer/python/certifi/__init__.py': '',
      'layer/python/boto3-1.29.7.dist-info/RECORD': 'boto3/__init__.py,sha256=x,1\nboto3-1.29.7.dist-info/RECORD,,\n../../bin/x,,\n',
      'layer/python/six-1.16.0.dist-info/top_level.txt': 'six\n', 'layer/python/python_dateutil-2.8.2.dist-info/RECORD': 'dateutil/tz.py,,\n',
      'layer/python/certifi-2022.12.7.dist-info/METADATA': '',
    });
    const project = openSourceProject({ path: root });
    expect(project.files).toEqual(['layer/python/own.py']);
    expect(project.passedOver.get('dependencies')).toBe(8);
  });

  it('follows nested .gitignore files, deeper ones over outer ones', () => {
    write({ '.gitignore': '*.log.js\nout/\n', 'a.log.js': '', 'b.js': '', 'out/c.js': '', 'deep/.gitignore': '!keep.log.js\n/own.js\n', 'deep/keep.log.js': '', 'deep/own.js': '', 'deep/x/own.js': '' });
    const project = openSourceProject({ path: root });
    expect(project.files.filter((file) => file.endsWith('.js'))).toEqual(['b.js', 'deep/keep.log.js', 'deep/x/own.js']);
    expect(project.passedOver.get('excluded by .gitignore')).toBe(3);
  });

  it('opens the folder of a file that was asked for, whatever the rules say', () => {
    write({ '.gitignore': 'generated/\n', 'generated/entry.js': '', 'generated/helper.js': '', 'node_modules/a/x.js': '', 'node_modules/b/entry.js': '', 'node_modules/b/lib/y.js': '', 'test/a.py': '' });
    const project = openSourceProject({ path: root, wanted: ['generated/entry.js', 'node_modules/b/entry.js'] });
    expect(project.files.filter((file) => file.endsWith('.js') || file.endsWith('.py'))).toEqual(['generated/entry.js', 'generated/helper.js', 'node_modules/b/entry.js', 'node_modules/b/lib/y.js']);
  });

  it('never leaves the root through a symbolic link, and does not walk in circles', () => {
    write({ 'project/a/code.js': '', 'outside/secret.js': '' });
    symlinkSync(path.join(root, 'outside'), path.join(root, 'project/leak'));
    symlinkSync(path.join(root, 'outside/secret.js'), path.join(root, 'project/secret.js'));
    symlinkSync(path.join(root, 'project'), path.join(root, 'project/a/again'));
    symlinkSync(path.join(root, 'project/a'), path.join(root, 'project/b'));
    const project = openSourceProject({ path: path.join(root, 'project') });
    expect(project.files).toEqual(['a/code.js', 'b/code.js']);
    expect(project.passedOver.get('symbolic links')).toBe(4);
  });

  it('names files relative to the repository that holds the path', () => {
    write({ '.git/HEAD': '', '.gitignore': '*.skip.js\n', 'services/api/a.js': '', 'services/api/b.skip.js': '', 'other/c.js': '' });
    const project = openSourceProject({ path: path.join(root, 'services/api'), wanted: ['a.js'] });
    expect(project.root).toBe(findRepositoryRoot(root));
    expect(project.scope).toBe('services/api');
    expect(project.files).toEqual(['services/api/a.js']);
  });
});

describe('reading', () => {
  it('says why a file cannot be read', () => {
    write({ 'binary.py': new Uint8Array([1, 0, 2]), 'big.js': new Uint8Array(1_000_001).fill(32), 'data.json': new Uint8Array(1_000_001).fill(32) });
    const project = openSourceProject({ path: root });
    expect(project.read('binary.py')).toBeUndefined();
    expect(project.read('big.js')).toBeUndefined();
    expect(project.read('data.json')).toBeUndefined();
    expect(project.problems().map(({ file, kind, message }) => [file, kind, message])).toEqual([
      ['big.js', 'too-large', 'not read: 1000001 bytes, the limit is 1000000'],
      ['binary.py', 'unreadable', 'not read: a binary file'],
    ]);
  });

  it('decodes UTF-8 with a mark, UTF-16 with one, and Latin-1 with a problem', () => {
    const text = 'name = "é"';
    write({
      'bom.py': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      'wide.py': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      'latin.py': Buffer.from(text, 'latin1'),
    });
    const project = openSourceProject({ path: root });
    for (const file of ['bom.py', 'wide.py', 'latin.py']) expect(project.read(file)).toBe(text);
    expect(project.problem('bom.py')).toBeUndefined();
    expect(project.problem('latin.py')?.message).toBe('not UTF-8, read as Latin-1');
  });
});
