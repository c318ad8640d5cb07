import { describe, expect, it } from 'vitest';
import { folderWith, reentrant } from './command-line.js';
import { LEAKING_HANDLER, SAFE_HANDLER } from './example-functions.js';

describe('help and version', () => {
  it.each([[['--help']], [['-h']], [['help']], [['audit', '--help']], [['rules', '--help']], [['explain', '--help']]])('%j prints the usage', async (args) => {
    const { code, stdout, stderr } = await reentrant(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: reentrant/);
  });

  it('names every option that there is, in 80 columns', async () => {
    const { stdout } = await reentrant(['--help']);
    for (const option of ['--entry', '--template', '--function', '--format', '--stats', '--quiet', '--no-color', '--no-progress', '--fail-on', '--min-score', '--baseline', '--update-baseline']) {
      expect(stdout).toContain(option);
    }
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints the version', async () => {
    expect((await reentrant(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('mistakes in the arguments', () => {
  it.each<[readonly string[], string]>([
    [['--frmat', 'json'], "Unknown option '--frmat'"],
    [['--format', 'xml'], 'There is no format "xml"'],
    [['--format', 'json='], 'names no file'],
    [['--format', 'json', '--format', 'sarif'], 'Only one report can go to standard output'],
    [['--min-score', 'many'], '--min-score takes a number from 0 to 100'],
    [['--min-score', '101'], '--min-score takes a number from 0 to 100'],
    [['--fail-on', 'always'], 'Allowed choices are error, warning, note, never'],
    [['--entry', '#handler'], '--entry takes FILE or FILE#SYMBOL'],
    [['--update-baseline'], '--update-baseline needs a file'],
    [['explain'], 'Which rule?'],
    [['explain', 'shared-cash'], 'There is no rule "shared-cash"'],
    [['no-such-folder'], 'There is no no-such-folder'],
    [[''], 'A PATH is empty.'],
    [['/dev/null'], '/dev/null is neither a folder nor a file.'],
  ])('%j exits with 2', async (args, message) => {
    const { code, stdout, stderr } = await reentrant(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^reentrant: /);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('escapes what would move the cursor', async () => {
    const { stderr } = await reentrant(['\u001b[2Jfolder']);
    expect(stderr).toContain('There is no \\u{1b}[2Jfolder.');
  });

  it('needs a folder that can be written to', async () => {
    const cwd = folderWith({ 'handler.mjs': SAFE_HANDLER });
    const { code, stderr } = await reentrant(['--format', 'json=reports/audit.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('The report reports/audit.json cannot be written (ENOENT)');
  });
});

describe('what is audited', () => {
  it('says when an entry does not exist, with the candidates', async () => {
    const cwd = folderWith({ 'orders.mjs': `${SAFE_HANDLER}export const cancel = async (event) => event.id;\n` });
    const { code, stdout, stderr } = await reentrant(['--entry', 'orders.mjs#handle'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('orders.mjs has no entry point handle.');
    expect(stderr).toMatch(/It has: .*cancel.*handler/);
  });

  it('says when the file of an entry does not exist', async () => {
    const cwd = folderWith({ 'orders.mjs': SAFE_HANDLER });
    const { code, stderr } = await reentrant(['--entry', 'order.mjs#handler'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no source file order.mjs.');
  });

  it('says when a function does not exist, even beside one that does', async () => {
    const cwd = folderWith({ 'orders.mjs': SAFE_HANDLER });
    const { code, stderr } = await reentrant(['--function', 'Orders'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/There is no function Orders\.\n {2}Found: /);
  });

  it('says when a template does not exist', async () => {
    const cwd = folderWith({ 'orders.mjs': SAFE_HANDLER });
    const { code, stderr } = await reentrant(['--template', 'sam.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no template sam.yaml.');
  });

  it('does not audit the code around a source file that is PATH', async () => {
    const cwd = folderWith({ 'a.mjs': LEAKING_HANDLER, 'b.mjs': SAFE_HANDLER });
    expect((await reentrant(['a.mjs'], { cwd })).code).toBe(1);
    expect((await reentrant(['b.mjs'], { cwd })).code).toBe(0);
  });
});

describe('reentrant rules and explain', () => {
  it('lists each rule on a line', async () => {
    const { stdout } = await reentrant(['rules']);
    expect(stdout.split('\n').filter((line) => /^[a-z-]+ +(?:error|warning|note) +\S/.test(line)).length).toBeGreaterThanOrEqual(12);
  });

  it('prints the document of a rule as text', async () => {
    const { code, stdout } = await reentrant(['explain', 'shared-temp-path']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^shared-temp-path · error at most/);
    expect(stdout).toContain('\nUNSAFE\n');
    expect(stdout).not.toMatch(/^```|^#/m);
  });

  it('wraps prose, and colours on a terminal only', async () => {
    const { stdout } = await reentrant(['explain', 'unsafe-lazy-init'], { isTerminal: true });
    expect(stdout).toContain('\u001b[1m');
    expect((await reentrant(['explain', 'unsafe-lazy-init', '--no-color'], { isTerminal: true })).stdout).not.toContain('\u001b');
    const prose = (await reentrant(['explain', 'unsafe-lazy-init'])).stdout.split('\n').filter((line) => !line.startsWith('    '));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
