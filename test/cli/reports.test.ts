import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditJson, folderWith, reentrant } from './command-line.js';
import { COLLIDING_PYTHON, LEAKING_CSHARP, LEAKING_HANDLER, LEAKING_JAVA, SAFE_HANDLER, template } from './example-functions.js';

const ESCAPE = '\u001b';
const CLEAR_LINE = `${ESCAPE}[K`;

describe('formats', () => {
  it('print one JSON document and nothing else', async () => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER });
    const { stdout, stderr } = await reentrant(['--format', 'json'], { cwd, isTerminal: true });
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1 });
    expect(stderr.split('\r').every((line) => line === '' || line.startsWith(CLEAR_LINE))).toBe(true);
  });

  it('print one SARIF log and nothing else', async () => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER });
    const { stdout, stderr } = await reentrant(['--format', 'sarif'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'request-state-leak' }] }] });
    expect(stderr).toBe('');
  });

  it('print settings to paste', async () => {
    const cwd = folderWith({ 'handler.mjs': SAFE_HANDLER, 'template.yaml': template({ Orders: 'handler.handler' }) });
    const { stdout } = await reentrant(['--format', 'terraform'], { cwd });
    expect(stdout).toContain('resource "aws_lambda_capacity_provider"');
    expect((await reentrant([], { cwd })).stdout).toContain('--format sam prints the advised settings');
    expect((await reentrant(['--quiet'], { cwd })).stdout).not.toContain('--format sam');
  });

  it('go to files, several at a time, without colours', async () => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER });
    const { stdout } = await reentrant(['--format', 'json=a.json', '--format', 'sarif=a.sarif', '--format', 'terminal=a.txt'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(stdout).toBe('');
    for (const file of ['a.json', 'a.sarif']) expect(() => void JSON.parse(readFileSync(path.join(cwd, file), 'utf8'))).not.toThrow();
    expect(readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toContain('request-state-leak');
    expect(readFileSync(path.join(cwd, 'a.txt'), 'utf8')).not.toContain(ESCAPE);
  });

  it('are the same bytes each time', async () => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER, 'src/main/java/shop/Orders.java': LEAKING_JAVA });
    const first = await reentrant(['--format', 'json'], { cwd });
    expect(await reentrant(['--format', 'json'], { cwd })).toEqual(first);
  });
});

describe('the terminal report', () => {
  it('has colours on a terminal, unless NO_COLOR or --no-color says otherwise', async () => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER });
    const colored = async (args: readonly string[], env: Readonly<Record<string, string>>, isTerminal: boolean) => (await reentrant(args, { cwd, env, isTerminal })).stdout.includes(ESCAPE);
    expect(await colored([], {}, true)).toBe(true);
    expect(await colored([], {}, false)).toBe(false);
    expect(await colored([], { NO_COLOR: '1' }, true)).toBe(false);
    expect(await colored([], { NO_COLOR: '' }, true)).toBe(true);
    expect(await colored(['--no-color'], { FORCE_COLOR: '1' }, true)).toBe(false);
    expect(await colored([], { TERM: 'dumb' }, true)).toBe(false);
    expect(await colored([], { FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await colored([], { FORCE_COLOR: '0' }, true)).toBe(false);
  });

  it('is short with --quiet, and has figures with --stats', async () => {
    const cwd = folderWith({ 'leak.mjs': LEAKING_HANDLER, 'safe.mjs': SAFE_HANDLER });
    const full = await reentrant([], { cwd });
    const quiet = await reentrant(['--quiet'], { cwd });
    expect(quiet.stdout).toContain('request-state-leak');
    expect(quiet.stdout).not.toContain('Shared state');
    expect(quiet.stdout.length).toBeLessThan(full.stdout.length);
    expect(full.stdout).not.toContain('calls resolved');
    expect((await reentrant(['--stats'], { cwd })).stdout).toMatch(/node +\d+ files.*\n.*nodes.*\n.*calls resolved/);
  });
});

describe('progress', () => {
  it('is shown at a terminal, on standard error, with names made harmless, and taken away', async () => {
    const cwd = folderWith({ 'template.yaml': template({ '"Orders\\e[2J"': 'handler.handler' }), 'handler.mjs': SAFE_HANDLER });
    const { stderr } = await reentrant([], { cwd, isTerminal: true });
    expect(stderr).toContain('1/1 Orders\\u{1b}[2J');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
  });

  it.each([[['--no-progress'], {}, true], [['--quiet'], {}, true], [[], { CI: 'true' }, true], [[], {}, false]])('is not shown with %j %j', async (args, env, isTerminal) => {
    const cwd = folderWith({ 'handler.mjs': SAFE_HANDLER });
    expect((await reentrant(args, { cwd, env, isTerminal })).stderr).toBe('');
  });
});

describe('exit codes', () => {
  it.each<[readonly string[], number]>([
    [[], 1], [['--fail-on', 'error'], 1], [['--fail-on', 'note'], 1], [['--fail-on', 'never'], 0],
    [['--fail-on', 'never', '--min-score', '90'], 1], [['--fail-on', 'never', '--min-score', '0'], 0],
  ])('with an error: %j gives %d', async (args, code) => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER });
    expect((await reentrant(args, { cwd })).code).toBe(code);
  });

  it.each<[readonly string[], number]>([[[], 0], [['--fail-on', 'note'], 0], [['--min-score', '100'], 0]])('with nothing: %j gives %d', async (args, code) => {
    const cwd = folderWith({ 'handler.mjs': SAFE_HANDLER });
    expect((await reentrant(args, { cwd })).code).toBe(code);
  });
});

describe('baselines', () => {
  it('know what was there, and nothing that is new', async () => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER });
    expect((await reentrant(['--baseline', 'known.json', '--update-baseline'], { cwd })).code).toBe(0);
    const again = await auditJson(['--baseline', 'known.json'], { cwd });
    expect(again.code).toBe(0);
    expect(again.report).toMatchObject({ findings: [], functions: [{ findings: [], verdict: 'not-ready' }], accepted: { inBaseline: 1, staleInBaseline: 0 } });

    const other = folderWith({ 'handler.mjs': LEAKING_HANDLER.replaceAll('tenant', 'user'), 'known.json': readFileSync(path.join(cwd, 'known.json')) });
    const changed = await auditJson(['--baseline', 'known.json'], { cwd: other });
    expect(changed.code).toBe(1);
    expect(changed.report).toMatchObject({ findings: [{ rule: 'request-state-leak' }], accepted: { inBaseline: 0, staleInBaseline: 1 } });
  });

  it.each<[string | undefined, string]>([[undefined, 'The baseline known.json cannot be read (ENOENT).'], ['{', 'The baseline is no JSON.'], ['{}', 'no schemaVersion 1']])('%j is said to be none', async (content, message) => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER, ...(content === undefined ? {} : { 'known.json': content }) });
    const { code, stdout, stderr } = await reentrant(['--baseline', 'known.json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('comments that accept findings', () => {
  it('take them out of the report, and stay visible in it', async () => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER.replace('  tenant = ', '  // reentrant: ignore[request-state-leak] one tenant per environment\n  tenant = ') });
    const { code, report } = await auditJson([], { cwd });
    expect(code).toBe(0);
    expect(report.findings).toEqual([]);
    expect(report.accepted.suppressed).toMatchObject([{ by: { reason: 'one tenant per environment' } }]);
    expect((await reentrant([], { cwd })).stdout).toContain('1 finding by comments');
  });

  it.each([
    ['handler.ts', LEAKING_HANDLER, '  tenant = ', 'request-state-leak', ['// @ why', '/* @ why */']],
    ['shop/Orders.java', LEAKING_JAVA, '    tenant = ', 'request-state-leak', ['// @ why', '/* @ why */']],
    ['app.py', COLLIDING_PYTHON, "    with open('/tmp/orders.json', 'w')", 'shared-temp-path', ['# @ why']],
    ['Orders.cs', LEAKING_CSHARP, '        tenant = ', 'request-state-leak', ['// @ why', '/* @ why */']],
  ])('are read in %s, above the line and at its end', async (file, source, start, rule, comments) => {
    for (const comment of comments.map((text) => text.replace('@', `reentrant: ignore[lost-update, ${rule}]`))) {
      const above = source.replace(start, `${comment}\n${start}`);
      const atTheEnd = source.split('\n').map((line) => (line.startsWith(start) ? `${line} ${comment}` : line)).join('\n');
      for (const text of [above, atTheEnd]) {
        const { code, report } = await auditJson([], { cwd: folderWith({ [file]: text }) });
        expect({ code, findings: report.findings, by: report.accepted.suppressed.map(({ by }) => by.reason) }, text).toEqual({ code: 0, findings: [], by: ['why'] });
      }
    }
  });

  it('for a rule that does not exist say so', async () => {
    const cwd = folderWith({ 'handler.mjs': LEAKING_HANDLER.replace('  tenant = ', '  // reentrant: ignore[request-state-leek] why\n  tenant = ') });
    const { code, stdout } = await reentrant([], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('handler.mjs:6 (there is no rule request-state-leek)');
  });

  it('are named when they accept nothing', async () => {
    const cwd = folderWith({ 'handler.mjs': `// reentrant: ignore[lost-update] gone by now\n${SAFE_HANDLER}` });
    const { report } = await auditJson([], { cwd });
    expect(report.accepted.unusedSuppressions).toMatchObject([{ file: 'handler.mjs', line: 1 }]);
  });
});

describe('several PATHs', () => {
  it('are one report, whose names begin at the folder above all', async () => {
    const root = folderWith({ 'orders/handler.mjs': LEAKING_HANDLER, 'users/handler.mjs': SAFE_HANDLER, 'other/handler.mjs': LEAKING_HANDLER });
    const { report } = await auditJson(['orders', 'users'], { cwd: root });
    expect(report.functions.flatMap((fn) => fn.declared.entries.map((entry) => entry.file))).toEqual(['orders/handler.mjs', 'users/handler.mjs']);
    expect(report.findings.map(({ location }) => location.file)).toEqual(['orders/handler.mjs']);
  });

  it('inside one repository keep the names they have in it', async () => {
    const root = folderWith({ '.git/HEAD': '', 'services/a/x.mjs': LEAKING_HANDLER, 'services/b/y.mjs': SAFE_HANDLER });
    const { report } = await auditJson(['services/b', 'services/a', 'services/a/x.mjs'], { cwd: root });
    expect(report.functions.flatMap((fn) => fn.declared.entries.map((entry) => entry.file))).toEqual(['services/a/x.mjs']);
  });

  it('may lie in each other', async () => {
    const root = folderWith({ 'a/x.mjs': LEAKING_HANDLER, 'a/b/y.mjs': LEAKING_HANDLER });
    const { report } = await auditJson(['a/b', '.', 'a', '.'], { cwd: root });
    expect(report.findings.map(({ location }) => location.file)).toEqual(['a/b/y.mjs', 'a/x.mjs']);
  });
});
