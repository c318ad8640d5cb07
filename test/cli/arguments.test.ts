import { describe, expect, it } from 'vitest';
import { folderWith, reentrant } from './command-line.js';
import { COUNTER_JAVA, LEAKING_HANDLER, SAFE_HANDLER } from './example-functions.js';

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

  it('takes a class, or all of a file, that no function needs to reach', async () => {
    const cwd = folderWith({ 'Counter.java': COUNTER_JAVA, 'README.md': '' });
    for (const symbol of ['Counter', 'shop.Counter', '*']) {
      const { code, stdout } = await reentrant(['--entry', `Counter.java#${symbol}`, '--no-color'], { cwd });
      expect(code).toBe(1);
      expect(stdout).toContain('· 1 class\n');
      expect(stdout).toContain('not safe');
      expect(stdout.replace(/\s+/g, ' ')).toContain(`invoked at the same time on one object, because ${symbol === '*' ? 'its file was' : 'the class was'} given with --entry.`);
      expect(stdout).not.toContain('Run it with');
    }
  });

  it('finds classes that an annotation says to be safe, beside the functions', async () => {
    const cwd = folderWith({ 'Counter.java': COUNTER_JAVA.replace('public class', '@javax.annotation.concurrent.ThreadSafe\npublic class'), 'handler.mjs': SAFE_HANDLER });
    const { stdout } = await reentrant(['--no-color'], { cwd });
    expect(stdout).toContain('· 1 function, 1 class\n');
    expect(stdout).toMatch(/Functions +1: 1 ready\n {2}Classes +1: 1 not safe\n/);
    expect(stdout).toMatch(/Score +100, worst verdict ready\n/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('on one object, because the class is annotated @ThreadSafe.');
  });

  it('says when a class does not exist, with those that do', async () => {
    const cwd = folderWith({ 'Counter.java': COUNTER_JAVA, 'cart.ts': 'export class Cart { add() { return 1; } }\n' });
    for (const [entry, candidates] of [['Counter.java#Count', 'Counter, Counter::add, Counter::value'], ['Counter.java#Counter::sub', 'Counter::add, Counter::value'], ['cart.ts#Basket', 'Cart, Cart.add']] as const) {
      const { code, stdout, stderr } = await reentrant(['--entry', entry], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`has no entry point ${entry.slice(entry.indexOf('#') + 1)}.`);
      expect(stderr).toContain(`It has: ${candidates}.`);
    }
    const { code, stderr } = await reentrant(['--entry', 'Count.java#*'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no source file Count.java.');
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
