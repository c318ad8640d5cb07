import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditJson, folderWith, reentrant } from './command-line.js';
import { COLLIDING_PYTHON, LEAKING_CSHARP, LEAKING_HANDLER, LEAKING_JAVA, SAFE_HANDLER, template } from './example-functions.js';

const BINARY = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256);
const DEPTH = 10_000;

/** The error of LEAKING_HANDLER must be found whatever lies beside it. */
async function auditBeside(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[] = []) {
  const cwd = folderWith({ 'leaking.mjs': LEAKING_HANDLER, ...files });
  const audit = await auditJson(args, { cwd });
  expect(audit.report.findings.map(({ location }) => location.file)).toContain('leaking.mjs');
  expect(audit.code).toBe(1);
  return { ...audit, cwd };
}

describe('nothing to audit', () => {
  it('is said of an empty folder', async () => {
    const { code, stdout, stderr } = await reentrant([], { cwd: folderWith({}) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('No Lambda function was found.');
    expect(stderr).toContain('Give the folder that holds a template or the code');
  });

  it('is said with the reason, when the only template is no YAML', async () => {
    const { code, stderr } = await reentrant([], { cwd: folderWith({ 'template.yaml': 'Resources:\n  A: [1, 2\nB: {\n' }) });
    expect(code).toBe(2);
    expect(stderr).toMatch(/No Lambda function was found\.\n {2}template\.yaml:\d+: not a readable template/);
  });

  it('is said with the reason, when the only source is binary', async () => {
    const { code, stderr } = await reentrant([], { cwd: folderWith({ 'handler.js': BINARY }) });
    expect(code).toBe(2);
    expect(stderr).toContain('handler.js: not read: a binary file');
  });

  it('is said with the reason, when the only source nests too deeply', async () => {
    const { code, stderr } = await reentrant([], { cwd: folderWith({ 'handler.js': `export const handler = async () => ${'('.repeat(DEPTH)}1${')'.repeat(DEPTH)};\n` }) });
    expect(code).toBe(2);
    expect(stderr).toMatch(/handler\.js.*: .*nest/);
  });
});

describe('a template', () => {
  it('that is no YAML is named with its line', async () => {
    const { report } = await auditBeside({ 'broken/template.yaml': 'Resources:\n  Orders:\n    Type: AWS::Serverless::Function\n  - Users\n' });
    expect(report.problems).toMatchObject([{ kind: 'syntax-error', file: 'broken/template.yaml', line: 4, message: expect.stringContaining('not a readable template') }]);
  });

  it('whose handler does not exist says so', async () => {
    const { report, cwd } = await auditBeside({ 'template.yaml': template({ Leaking: 'leaking.handler', Missing: 'orders.handler', Misspelt: 'leaking.handle' }) });
    const missing = report.functions.filter((fn) => fn.declared.notAnalysed?.kind === 'handler-not-found');
    expect(missing.map(({ name, verdict }) => [name, verdict])).toEqual([['Missing', 'not-analysed'], ['Misspelt', 'not-analysed']]);
    const { stdout } = await reentrant([], { cwd });
    for (const { name, because } of missing) expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`${name}: ${because}`);
  });

  it.each([
    ['aliases that multiply', `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghijklm'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghijkl'[index]}`).join(', ')}]\n`).join('')}`],
    ['an alias of what holds it', 'Metadata: &all\n  more: *all\n'],
  ])('with %s is read', async (_what, text) => {
    const { report } = await auditBeside({ 'template.yaml': text + template({ Leaking: 'leaking.handler' }) });
    expect(report.functions.map(({ name }) => name)).toEqual(['Leaking']);
  });

  it.each([['template.yaml', 'Resources:\n  A: '], ['template.json', '{"Resources":']])('that nests too deeply is named: %s', async (file, head) => {
    const { report } = await auditBeside({ [file]: `${head}${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}\n` });
    expect(report.problems).toMatchObject([{ kind: 'syntax-error', file, message: 'not a readable template: it is nested too deeply' }]);
  });

  it('of more than a megabyte is named', async () => {
    const { report } = await auditBeside({ 'template.yaml': `Resources:\n${'  # filler\n'.repeat(500_000)}` });
    expect(report.problems).toMatchObject([{ kind: 'too-large', file: 'template.yaml' }]);
  });

  it('in Latin-1 is read', async () => {
    const text = template({ Leaking: 'leaking.handler' }).replace('Resources', '# Bestellungen für Kunden\nResources');
    const { report } = await auditBeside({ 'template.yaml': Buffer.from(text, 'latin1') });
    expect(report.functions.map(({ name }) => name)).toEqual(['Leaking']);
    expect(report.problems).toEqual([{ kind: 'unreadable', file: 'template.yaml', message: 'not UTF-8, read as Latin-1' }]);
  });
});

describe('a source file', () => {
  it('whose function has no readable head is not said to run its lines when it is loaded', async () => {
    const stock = [
      'import psycopg2', '', 'def available({part}_id):', '    with psycopg2.connect("postgresql://db/stock") as connection:', '        with connection.cursor() as cursor:',
      '            cursor.execute("select id from parts where id = %s", ({part}_id,))', '            return cursor.fetchall()', '',
    ].join('\n');
    const { report } = await auditBeside({ 'stock.py': stock, 'orders.py': 'from stock import available\n\n\ndef handler(event, context):\n    return available(event["id"])\n' });
    expect(report.problems).toMatchObject([{ kind: 'syntax-error', file: 'stock.py' }]);
    expect(report.findings.filter(({ location }) => location.file === 'stock.py')).toEqual([]);
  });

  it.each(['broken.js', 'broken.ts', 'Broken.java', 'broken.py', 'Broken.cs'])('that is binary is named: %s', async (file) => {
    const { report } = await auditBeside({ [file]: BINARY });
    expect(report.problems).toEqual([{ kind: 'unreadable', file, message: 'not read: a binary file' }]);
  });

  it.each([['generated.js', 'export const table = [\n', '  { id: 1, name: "x" },\n', '];\n'], ['Generated.java', 'class Generated {\n', '  int a = 1;\n', '}\n'], ['generated.py', '', 'A = [1, 2, 3]\n', ''], ['Generated.cs', 'class Generated {\n', '  int a = 1;\n', '}\n']])('of 20 MB is named: %s', async (file, head, line, tail) => {
    const { report } = await auditBeside({ [file]: head + line.repeat(Math.ceil(20_000_000 / line.length)) + tail });
    expect(report.problems).toMatchObject([{ kind: 'too-large', file, message: expect.stringMatching(/^not read: 2\d{7} bytes, the limit is 1000000$/) }]);
  });

  it.each([
    ['orders.mjs', LEAKING_HANDLER.replace('let tenant', '// für alle Mandanten\nlet tenant'), 6 + 1],
    ['orders.ts', LEAKING_HANDLER.replace('let tenant', '// für alle Mandanten\nlet tenant'), 6 + 1],
    ['src/main/java/shop/Orders.java', LEAKING_JAVA.replace('  private', '  // für alle Mandanten\n  private'), 12 + 1],
    ['orders.py', COLLIDING_PYTHON.replace('import json', 'import json  # für alle Mandanten'), 5],
    ['Orders.cs', LEAKING_CSHARP.replace('    private', '    // für alle Mandanten\n    private'), 10 + 1],
  ])('in Latin-1 is read, and named: %s', async (file, text, line) => {
    const { report } = await auditBeside({ [file]: Buffer.from(text, 'latin1') });
    expect(report.problems).toEqual([{ kind: 'unreadable', file, message: 'not UTF-8, read as Latin-1' }]);
    expect(report.findings.map(({ location }) => `${location.file}:${location.line}`)).toContain(`${file}:${line}`);
  });

  const parentheses = `${'('.repeat(DEPTH)}1${')'.repeat(DEPTH)}`;
  it.each([
    ['deep.js', `export const handler = async () => ${parentheses};\n`],
    ['deep.ts', `export const handler = async (): Promise<number> => ${parentheses};\n`],
    ['arrays.js', `export const handler = async () => ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)};\n`],
    ['blocks.js', `export const handler = async () => { ${'{'.repeat(DEPTH)}${'}'.repeat(DEPTH)} };\n`],
    ['sum.js', `export const handler = async () => ${'1 + '.repeat(DEPTH)}1;\n`],
    ['Deep.java', `class Deep implements com.amazonaws.services.lambda.runtime.RequestHandler<String, Integer> {\n  public Integer handleRequest(String event, com.amazonaws.services.lambda.runtime.Context context) {\n    return ${parentheses};\n  }\n}\n`],
    ['deep.py', `def handler(event, context):\n    return ${parentheses}\n`],
    ['Deep.cs', `using Amazon.Lambda.Core;\nclass Deep { public int Handle(string e, ILambdaContext c) { return ${parentheses}; } }\n`],
  ])('that nests %s deeply crashes nothing', async (file, text) => {
    await auditBeside({ [file]: text });
  });

  it.each([['deep.js', `export const handler = async () => ${parentheses};\n`], ['Deep.java', `class Deep implements com.amazonaws.services.lambda.runtime.RequestHandler<String, Integer> {\n  public Integer handleRequest(String event, com.amazonaws.services.lambda.runtime.Context context) {\n    return ${parentheses};\n  }\n}\n`]])('that nests too deeply is named: %s', async (file, text) => {
    const { report } = await auditBeside({ [file]: text });
    expect(new Set(report.problems.map((problem) => `${problem.kind} ${problem.file}`))).toEqual(new Set([`too-deep ${file}`]));
  });

  it.each([
    ['deep.py', `def handler(event, context):\n    return ${parentheses}\n`],
    ['Deep.cs', `using Amazon.Lambda.Core;\nclass Deep { public int Handle(string e, ILambdaContext c) { return ${parentheses}; } }\n`],
  ])('whose handler nests too deeply is never ready: %s', async (file, text) => {
    const { report } = await auditBeside({ [file]: text });
    expect(report.problems).toMatchObject([...new Set(report.problems)].map(() => ({ kind: 'too-deep', file })));
    expect(report.functions.filter(({ name }) => name !== 'leaking.handler').map(({ verdict }) => verdict)).toEqual(['not-proven']);
  });

  const inEveryLanguage = { 'orders.mjs': LEAKING_HANDLER, 'orders.ts': LEAKING_HANDLER, 'Orders.java': LEAKING_JAVA, 'orders.py': COLLIDING_PYTHON, 'Orders.cs': LEAKING_CSHARP };
  const written = Object.entries(inEveryLanguage);
  it.each<[string, (text: string) => string | Uint8Array]>([
    ['a byte order mark and CRLF', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['CR alone', (text) => text.replaceAll('\n', '\r')],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('with %s has its findings on the same lines', async (_how, encode) => {
    const placesIn = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> => {
      const { report } = await auditBeside(files);
      expect(report.problems).toEqual([]);
      return report.findings.map(({ location, rule }) => `${location.file}:${location.line} ${rule}`);
    };
    const places = await placesIn(inEveryLanguage);
    for (const [file] of written) expect(places.some((place) => place.startsWith(`${file}:`)), file).toBe(true);
    expect(await placesIn(Object.fromEntries(written.map(([file, text]) => [file, encode(text)])))).toEqual(places);
  });

  it.each([
    ['unclosed.mjs', 'export const handler = async () => "abc;\n'],
    ['unclosed.py', 'def handler(event, context):\n    text = """abc\n'],
    ['Unclosed.java', `${LEAKING_JAVA.replace('return tenant', 'return "abc')}`],
    ['Unclosed.cs', `${LEAKING_CSHARP.replace('return tenant', 'return @"abc')}`],
  ])('with a string that does not end is named with a line: %s', async (file, text) => {
    const { report } = await auditBeside({ [file]: text });
    expect(report.problems).toMatchObject([{ kind: 'syntax-error', file, line: expect.any(Number) }]);
  });

  it('that is empty says nothing', async () => {
    const { report } = await auditBeside({ 'a.js': '', 'b.ts': '', 'c.py': '', 'D.java': '', 'E.cs': '', 'package.json': '', 'tsconfig.json': '' });
    expect({ problems: report.problems, functions: report.functions.length }).toEqual({ problems: [], functions: 1 });
  });

  it('whose name would move the cursor is named harmlessly', async () => {
    const cwd = folderWith({ 'e\u001b[31mvil\nx.mjs': LEAKING_HANDLER, 'b\u001b[2J.py': BINARY });
    for (const args of [[], ['--quiet'], ['--format', 'json'], ['--format', 'sarif']]) {
      const { code, stdout } = await reentrant(args, { cwd });
      expect(code).toBe(1);
      expect(stdout).not.toContain('\u001b');
      expect(stdout).toContain('vil');
    }
  });

  it.each([
    ['table.js', 'import rows from "./rows.js";\nexport const handler = async (event) => {\n', '  rows.push({ id: 1, name: event.name });\n', '};\n'],
    ['table.py', 'ROWS = []\n\n\ndef handler(event, context):\n', '    ROWS.append(event["name"])\n', ''],
    ['Table.java', LEAKING_JAVA.split('    tenant = ')[0]!, '    tenant = tenant + 1; other(tenant);\n', '    return tenant;\n  }\n}\n'],
    ['Table.cs', LEAKING_CSHARP.split('        tenant = ')[0]!, '        tenant = tenant + 1; Other(tenant);\n', '        return tenant;\n    }\n}\n'],
  ])('whose one handler fills almost a megabyte takes no minutes and is never ready: %s', { timeout: 60_000 }, async (file, head, line, tail) => {
    const begin = process.cpuUsage();
    const { report } = await auditBeside({ [file]: head + line.repeat(Math.floor(900_000 / line.length)) + tail });
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(30);
    const verdicts = report.functions.filter(({ name }) => name !== 'leaking.handler').map(({ verdict }) => verdict);
    expect(verdicts).toHaveLength(1);
    expect(['not-proven', 'not-ready']).toContain(verdicts[0]);
  });

  it('with a syntax error is named with its line, and what is around it is audited', async () => {
    const { report } = await auditBeside({ 'broken.mjs': `${LEAKING_HANDLER}\nexport const other = async ( => {\n` });
    expect(report.problems).toMatchObject([{ kind: 'syntax-error', file: 'broken.mjs', line: expect.any(Number) }]);
    expect(report.findings.map(({ location }) => location.file)).toContain('broken.mjs');
  });

  it('that may not be read is named', async () => {
    const cwd = folderWith({ 'leaking.mjs': LEAKING_HANDLER, 'secret.mjs': SAFE_HANDLER });
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, 'secret.mjs'), 0);
    const { report } = await asOrdinaryUser(() => auditJson([], { cwd }));
    expect(report.problems).toEqual([{ kind: 'unreadable', file: 'secret.mjs', message: 'cannot be read (EACCES)' }]);
  });
});

/** Root may read everything, so it becomes somebody else for a while. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a folder', () => {
  it('may be called like a source file, and links may lead around', async () => {
    const cwd = folderWith({ 'leaking.mjs': LEAKING_HANDLER });
    for (const name of ['x.py', 'y.js', 'inner']) mkdirSync(path.join(cwd, name));
    for (const [target, name] of [['.', 'loop'], ['b', 'a'], ['a', 'b'], ['..', 'inner/up'], ['/nowhere', 'dead.py']] as const) symlinkSync(target, path.join(cwd, name));
    const { report } = await auditJson([], { cwd });
    expect(report.findings.map(({ location }) => location.file)).toEqual(['leaking.mjs']);
    expect(report).toMatchObject({ problems: [], passedOver: { 'symbolic links': 5 } });
  });
});

describe('when nothing could be analysed', () => {
  const MISSING = { 'template.yaml': template({ Orders: 'orders.handler', Users: 'users.handler' }) };

  it.each([[[]], [['--quiet']], [['--fail-on', 'never']], [['--format', 'json']], [['--format', 'sarif']]])('the report %j is there, and the run has not passed', async (args) => {
    const { code, stdout, stderr } = await reentrant(args, { cwd: folderWith(MISSING) });
    expect(code).toBe(2);
    expect(stdout).toContain('orders');
    expect(stderr).toBe('reentrant: None of 2 functions could be analysed.\n  The report says why.\n');
  });

  it('of the functions that were asked for, either', async () => {
    const cwd = folderWith({ ...MISSING, 'users.mjs': SAFE_HANDLER });
    expect((await reentrant([], { cwd })).code).toBe(0);
    expect((await reentrant(['--min-score', '1'], { cwd })).code).toBe(1);
    const { code, stderr } = await reentrant(['--function', 'Orders'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'reentrant: The only function could not be analysed.\n  The report says why.\n' });
  });
});

describe('what is passed over', () => {
  it('is counted by reason', async () => {
    const { report } = await auditBeside({ '.gitignore': 'generated\n', 'generated/a.mjs': LEAKING_HANDLER, 'node_modules/b/index.js': SAFE_HANDLER, 'tests/c.mjs': LEAKING_HANDLER });
    expect(report.passedOver).toEqual({ 'dependencies': 1, 'excluded by .gitignore': 1, 'tests': 1 });
    expect(report.functions).toHaveLength(1);
  });
});
