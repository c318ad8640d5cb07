/** Git's index: what it says of any list of names, in each version, and that it never hurts to read. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trackedFiles } from '../../src/inventory/files/tracked-files.js';
import { openSourceProject } from '../../src/inventory/index.js';
import { randomFrom } from '../readiness/random.js';
import { indexOf } from './git-index.js';

let root = '';

beforeEach(() => { root = mkdtempSync(path.join(tmpdir(), 'tracked-files-')); });
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
}

function filesFound(scope = '', wanted: readonly string[] = []): readonly string[] {
  return openSourceProject({ path: path.join(root, scope), wanted }).files.filter((file) => !file.endsWith('.gitignore'));
}

/** Names as Git sorts them: by their bytes. */
function randomNames(seed: number): readonly string[] {
  const { below, pick } = randomFrom(seed);
  const part = (): string => Array.from({ length: 1 + below(9) }, () => pick(['a', 'b', 'lib', '-', 'é', '漢', ' ', 'Z', 'x'.repeat(below(90))])).join('');
  const names = new Set(Array.from({ length: 1 + below(40) }, () => `${Array.from({ length: 1 + below(4) }, part).join('/')}.ts`));
  return [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** The index that Git itself writes for such files, where there is one. */
function writtenByGit(names: readonly string[], version: number): boolean {
  const git = (args: readonly string[], input?: string): void => { execFileSync('git', args, { cwd: root, input, stdio: ['pipe', 'ignore', 'ignore'] }); };
  try {
    git(['init', '-q']);
    git(['update-index', `--index-version=${version}`, '-z', '--index-info'], names.map((name) => `100644 ${'1'.repeat(40)}\t${name}\0`).join(''));
    return true;
  } catch {
    return false;
  }
}

describe("git's index", () => {
  it.each([2, 3, 4])('lists what is tracked, in version %i, with ids of either length', (version) => {
    for (let seed = 1; seed <= 30; seed++) {
      const names = randomNames(seed);
      for (const idBytes of [20, 32]) {
        write({ '.git/index': indexOf(names, { version, idBytes, extensions: seed % 2 ? ['TREE', 'EOIE'] : [] }) });
        expect([...(trackedFiles(root)?.files ?? [])], `seed ${seed}`).toEqual(names);
      }
    }
  });

  it.each([2, 4])('is read as git writes it, in version %i', (version) => {
    for (const seed of [101, 102, 103]) {
      const names = randomNames(seed);
      if (!writtenByGit(names, version)) write({ '.git/index': indexOf(names, { version }) });
      expect([...(trackedFiles(root)?.files ?? [])], `seed ${seed}`).toEqual(names);
      rmSync(path.join(root, '.git'), { recursive: true });
    }
  });

  it('has folders, submodules and links, and nothing for what a sparse checkout leaves out', () => {
    write({ '.git/index': indexOf(['a/b/c.ts', 'a/d.ts', 'e.ts', 'gone/', 'sub/module'], { modes: { 'gone/': 0o40000, 'sub/module': 0o160000 } }) });
    const tracked = trackedFiles(root);
    expect([...(tracked?.files ?? [])]).toEqual(['a/b/c.ts', 'a/d.ts', 'e.ts', 'sub/module']);
    expect([...(tracked?.folders ?? [])].sort()).toEqual(['a', 'a/b', 'sub']);
  });

  it('is found where the file .git of a worktree or submodule says', () => {
    write({ '.git': 'gitdir: modules/x\n', 'modules/x/index': indexOf(['a.ts']) });
    expect([...(trackedFiles(root)?.files ?? [])]).toEqual(['a.ts']);
    for (const text of ['gitdir: ', 'gitdir: //host/share\n', 'gitdir: nowhere\n', 'gitdir: a\0b', 'x'.repeat(9000)]) {
      write({ '.git': text });
      expect(trackedFiles(root)).toBeUndefined();
    }
  });

  it('says nothing when another file has some of the entries', () => {
    write({ '.git/index': indexOf(['a.ts'], { extensions: ['link'] }) });
    expect(trackedFiles(root)).toBeUndefined();
  });

  it('never throws, whatever its bytes are', () => {
    const { below } = randomFrom(7);
    for (let round = 0; round < 400; round++) {
      const bytes = indexOf(randomNames(round), { version: 2 + (round % 3) });
      const cut = round % 4 === 0 ? bytes.subarray(0, below(bytes.length)) : bytes;
      for (let change = 0; change < 3; change++) cut[below(cut.length)] = below(256);
      write({ '.git/index': cut });
      expect(() => trackedFiles(root), `round ${round}`).not.toThrow();
    }
    write({ '.git/index': Buffer.concat([Buffer.from('DIRC'), Buffer.alloc(100, 255)]) });
    expect(trackedFiles(root)).toBeUndefined();
  });

  it('is read fast when it is long', () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `services/service-${String(i % 500).padStart(3, '0')}/lib/file-${i}.ts`);
    write({ '.git/index': indexOf(names) });
    const start = performance.now();
    expect(trackedFiles(root)?.files.size).toBe(50_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('files that git tracks', () => {
  const FILES = {
    '.gitignore': 'lib/\n*.log.ts\n', 'lib/app.ts': '', 'lib/scratch.ts': '', 'lib/deep/stack.ts': '', 'lib/other/scratch.ts': '', 'lib/dist/app.ts': '', 'lib/app.test.ts': '',
    'kept.log.ts': '', 'new.log.ts': '', 'src/a.ts': '', 'src/new.ts': '',
  };
  const TRACKED = ['kept.log.ts', 'lib/app.test.ts', 'lib/app.ts', 'lib/deep/stack.ts', 'lib/dist/app.ts', 'src/a.ts'];

  it('are looked at although a rule excludes them, and nothing else that it excludes', () => {
    write({ ...FILES, '.git/index': indexOf(TRACKED) });
    expect(filesFound()).toEqual(['kept.log.ts', 'lib/app.ts', 'lib/deep/stack.ts', 'src/a.ts', 'src/new.ts']);
    expect(Object.fromEntries(openSourceProject({ path: root }).passedOver)).toEqual({ 'build output': 1, 'excluded by .gitignore': 3, tests: 1 });
    expect(filesFound('lib/deep')).toEqual(['lib/deep/stack.ts']);
  });

  it('do not matter where there is no index', () => {
    write(FILES);
    expect(filesFound()).toEqual(['src/a.ts', 'src/new.ts']);
  });

  it('hide nothing that was asked for by name', () => {
    write({ ...FILES, '.git/index': indexOf(TRACKED) });
    expect(filesFound('', ['lib/other/scratch.ts'])).toContain('lib/other/scratch.ts');
  });

  it('may be submodules and links to folders, which have rules of their own', () => {
    write({ '.gitignore': 'lib/\nshared\n', 'lib/sub/a.ts': '', 'lib/b.ts': '', 'src/c.ts': '', '.git/index': indexOf(['lib/sub', 'shared', 'src/c.ts'], { modes: { 'lib/sub': 0o160000, shared: 0o120000 } }) });
    symlinkSync(path.join(root, 'src'), path.join(root, 'shared'));
    expect(filesFound()).toEqual(['lib/sub/a.ts', 'shared/c.ts', 'src/c.ts']);
  });
});
