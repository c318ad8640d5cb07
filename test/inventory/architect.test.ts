import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import { architect } from '../../src/inventory/templates/architect/reader.js';
import type { DeclaredFunction } from '../../src/inventory/templates/declared-function.js';
import { inventoryOf, memoryProject, type Files } from './memory-project.js';

function functionsIn(files: Files): readonly DeclaredFunction[] {
  const project = memoryProject(files);
  return architect.read(project.files.filter((file) => architect.mayDeclare(file)), { project, parseHcl, programFor: () => undefined }, false).functions;
}

const TEXT = `
@app
shop  # the name

@aws
runtime nodejs22.x
memory 512
layers arn:aws:lambda:eu-west-1:1:layer:a:1

@http
get /
get /orders/:id
any /files/*
/custom
  method post
  src lib/custom

@events
placed

@queues
mail

@scheduled
daily rate(1 day)
weekly cron(0 8 ? * MON *)
hourly
  rate 1 hour

@ws
connect

@tables
orders
  id *String
  stream true

@tables-streams
changes
  table orders

@static
@email-incoming
support
  src build/email/support
`;
const SOURCES: Files = {
  'src/http/get-index/index.mjs': '', 'src/http/get-orders-000id/lambda.py': '', 'src/http/get-orders-000id/config.arc': '@aws\nruntime python3.13\nmemory 2048\ntimeout 30\nprovisionedConcurrency 2\n',
  'src/ws/default/index.js': '', 'app/email/support/index.ts': '',
};

describe('an Architect application', () => {
  it.each([
    ['its folder, with settings beside the output', 'server', 'server.ts', '.'], ['a folder of output', 'build/web/server', 'web/server.ts', 'web'],
  ])('may have its handler bundled into %s', (_, src, source, path) => {
    const [fn] = functionsIn({ 'app.arc': `@app\nshop\n\n@http\n/*\n  method any\n  src ${src}\n`, [source]: '', [`${src}/config.arc`]: '@aws\ntimeout 30\n' });
    expect(fn).toMatchObject({ handler: { value: 'server.handler' }, code: { kind: 'local', path }, timeout: { value: 30 }, unknown: [] });
  });

  it('has a function for each entry, in the folder of its name', () => {
    const functions = functionsIn({ ...SOURCES, 'app.arc': TEXT });
    expect(functions.map(({ logicalId, code, handler, triggers: [trigger] }) => [logicalId, code.kind === 'local' && code.path, handler?.value, trigger?.kind, trigger?.schedule?.value])).toEqual([
      ['http/get-index', 'src/http/get-index', 'index.handler', 'http', undefined],
      ['http/get-orders-000id', 'src/http/get-orders-000id', 'lambda.handler', 'http', undefined],
      ['http/any-files-catchall', 'src/http/any-files-catchall', undefined, 'http', undefined],
      ['http/post-custom', 'lib/custom', undefined, 'http', undefined],
      ['events/placed', 'src/events/placed', undefined, 'sns', undefined],
      ['queues/mail', 'src/queues/mail', undefined, 'sqs', undefined],
      ['scheduled/daily', 'src/scheduled/daily', undefined, 'schedule', 'rate(1 day)'],
      ['scheduled/weekly', 'src/scheduled/weekly', undefined, 'schedule', 'cron(0 8 ? * MON *)'],
      ['scheduled/hourly', 'src/scheduled/hourly', undefined, 'schedule', 'rate(1 hour)'],
      ['ws/connect', 'src/ws/connect', undefined, 'websocket', undefined],
      ['ws/default', 'src/ws/default', 'index.handler', 'websocket', undefined],
      ['tables/orders', 'src/tables/orders', undefined, 'dynamodb', undefined],
      ['tables-streams/changes', 'src/tables-streams/changes', undefined, 'dynamodb', undefined],
      ['email-incoming/support', 'app/email/support', 'index.handler', 'other', undefined],
    ]);
    expect(functions[0]).toMatchObject({ runtime: { value: 'nodejs22.x', from: { file: 'app.arc', line: 6 } }, memory: { value: 512 }, layers: [{}], at: { line: 11 }, conflicts: [] });
    expect(functions[1]).toMatchObject({
      runtime: { value: 'python3.13' }, memory: { value: 2048, from: { file: 'src/http/get-orders-000id/config.arc', line: 3 } }, timeout: { value: 30 }, conflicts: [{ value: 'provisioned-concurrency' }],
    });
  });

  it.each([
    ['arc.json', '{ "app": "shop", "aws": [["runtime", "nodejs22.x"]], "http": [["get", "/"], { "/orders": { "method": "post" } }], "scheduled": { "daily": "rate(1 day)" } }'],
    ['arc.yaml', 'app: shop\naws:\n  - runtime: nodejs22.x\nhttp:\n  - get: /\n  - /orders: { method: post }\nscheduled:\n  daily: rate(1 day)\n'],
  ])('may be written as %s', (name, text) => {
    const functions = functionsIn({ [name]: text });
    expect(functions.map(({ logicalId, runtime, triggers }) => [logicalId, runtime?.value, triggers[0]?.schedule?.value])).toEqual([
      ['http/get-index', 'nodejs22.x', undefined], ['http/post-orders', 'nodejs22.x', undefined], ['scheduled/daily', 'nodejs22.x', 'rate(1 day)'],
    ]);
  });

  it('leads to its code', async () => {
    const { functions } = await inventoryOf({ 'shop/app.arc': '@app\na\n@http\nget /\nget /gone\n', 'shop/src/http/get-index/index.js': 'exports.handler = async () => 1;\n' });
    expect(functions.map(({ id, entries, notAnalysed }) => [id, entries.map(({ file }) => file), notAnalysed?.kind])).toEqual([
      ['shop/app.arc#http/get-gone', [], 'handler-not-found'], ['shop/app.arc#http/get-index', ['shop/src/http/get-index/index.js'], undefined],
    ]);
  });

  it.each([['@http\nget /\n'], ['@app\n'], ['@app\na\n@http\n/a\n  method\n@ws\n@queues\n#\n@scheduled\na\n  rate\n'], [`@app\na\n@http\n${'get /../../../x\n'.repeat(3)}`], ['@app\na\n  b c\n@__proto__\nx\n  src y\n']])('does not stumble over %j', (text) => {
    expect(() => functionsIn({ 'app.arc': text, 'arc.json': '[]', 'arc.yaml': 'app: {}\nhttp: 1\nws: [1, [], {}]\n' })).not.toThrow();
  });
});
