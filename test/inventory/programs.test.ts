/** Functions that programs declare by other libraries than CDK's: SST, Amplify Gen 2, Pulumi. */
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../src/inventory/index.js';
import { inventoryOf } from './memory-project.js';

const HANDLER = 'export const handler = async (event) => event;';

function viewOf({ functions }: Inventory): readonly Readonly<Record<string, unknown>>[] {
  return functions.map(({ id, entries, runtime, memory, timeout, triggers = [], unknown, notAnalysed }) => ({
    id, entries: entries.map(({ file, symbol }) => `${file}#${symbol}`),
    ...Object.fromEntries(Object.entries({ runtime, memory, timeout }).flatMap(([name, setting]) => (setting === undefined ? [] : [[name, setting.value]]))),
    ...(triggers.length > 0 ? { triggers: triggers.map(({ kind, schedule }) => (schedule ? `${kind} ${schedule.value}` : kind)) } : {}),
    ...(unknown.length > 0 ? { unknown } : {}), ...(notAnalysed ? { notAnalysed: notAnalysed.kind } : {}),
  }));
}

describe('SST', () => {
  it('declares functions, and handlers in other components', async () => {
    const configuration = `
export default $config({
  app() { return { name: 'orders', home: 'aws' }; },
  async run() {
    const api = new sst.aws.ApiGatewayV2('Api');
    api.route('GET /', 'src/get.handler');
    api.route('POST /', { handler: 'src/post.handler', memory: '2 GB', timeout: '30 seconds' });
    new sst.aws.Cron('Daily', { schedule: 'rate(1 day)', job: 'src/daily.handler' });
    new sst.aws.Queue('Queue').subscribe('src/queue.handler');
    new sst.aws.Bucket('Bucket').notify({ notifications: [{ name: 'New', function: 'src/bucket.handler' }] });
    new sst.aws.Function('Unknown', { handler: process.env.HANDLER });
    await import('./infra/plain');
  },
});`;
    const names = ['get', 'post', 'daily', 'queue', 'bucket', 'plain'];
    const inventory = await inventoryOf({
      'app/sst.config.ts': configuration, 'app/infra/plain.ts': `export const plain = new sst.aws.Function('Plain', { handler: 'src/plain.handler', runtime: 'nodejs22.x', url: true });`,
      ...Object.fromEntries(names.map((name) => [`app/src/${name}.ts`, HANDLER])),
    });
    expect(viewOf(inventory)).toEqual([
      { id: 'app/infra/plain.ts#Plain', entries: ['app/src/plain.ts#handler'], runtime: 'nodejs22.x', triggers: ['function-url'] },
      { id: 'app/sst.config.ts#Api GET /', entries: ['app/src/get.ts#handler'], triggers: ['http'] },
      { id: 'app/sst.config.ts#Api POST /', entries: ['app/src/post.ts#handler'], memory: 2048, timeout: 30, triggers: ['http'] },
      { id: 'app/sst.config.ts#Bucket', entries: ['app/src/bucket.ts#handler'], triggers: ['s3'] },
      { id: 'app/sst.config.ts#Daily', entries: ['app/src/daily.ts#handler'], triggers: ['schedule rate(1 day)'] },
      { id: 'app/sst.config.ts#Queue', entries: ['app/src/queue.ts#handler'], triggers: ['sqs'] },
      { id: 'app/sst.config.ts#Unknown', entries: [], unknown: ['handler: no literal value', 'code: its handler is no literal value'], notAnalysed: 'no-code' },
    ]);
  });

  it('of version 2 has constructs with a stack', async () => {
    const stack = `
import { Api, Cron, Function } from 'sst/constructs';
export function Orders({ stack }) {
  new Api(stack, 'Api', { routes: { 'GET /': 'src/get.handler', 'POST /': { function: { handler: 'src/post.handler', timeout: 20 } } } });
  new Cron(stack, 'Daily', { schedule: 'rate(1 day)', job: 'src/daily.handler' });
  new Function(stack, 'Plain', { handler: 'src/plain.handler', memorySize: '1 GB' });
}`;
    const inventory = await inventoryOf({ 'sst.config.ts': 'export default {};', 'stacks/orders.ts': stack, ...Object.fromEntries(['get', 'post', 'daily', 'plain'].map((name) => [`src/${name}.ts`, HANDLER])) });
    expect(viewOf(inventory)).toEqual([
      { id: 'stacks/orders.ts#Api GET /', entries: ['src/get.ts#handler'], triggers: ['http'] },
      { id: 'stacks/orders.ts#Api POST /', entries: ['src/post.ts#handler'], timeout: 20, triggers: ['http'] },
      { id: 'stacks/orders.ts#Daily', entries: ['src/daily.ts#handler'], triggers: ['schedule rate(1 day)'] },
      { id: 'stacks/orders.ts#Plain', entries: ['src/plain.ts#handler'], memory: 1024 },
    ]);
  });
});

it('SST 2 has defaults for all functions and for those of a component, and its routes hold more than handlers', async () => {
  const stack = `
import { Api } from 'sst/constructs';
export function stacks(app, stack) {
  app.setDefaultFunctionProps({ runtime: 'nodejs20.x', memorySize: '1 GB', timeout: 10 });
  new Api(stack, 'api', {
    defaults: { function: { timeout: '30 seconds' } },
    routes: { 'POST /graphql': { type: 'graphql', function: { handler: 'src/graphql.handler', memorySize: 2048 }, pothos: { schema: 'src/schema.ts', output: 'schema.graphql' } } },
  });
}`;
  const inventory = await inventoryOf({ 'sst.config.ts': 'export default {};', 'stacks/api.ts': stack, 'src/graphql.ts': HANDLER });
  expect(viewOf(inventory)).toEqual([
    { id: 'stacks/api.ts#api POST /graphql', entries: ['src/graphql.ts#handler'], runtime: 'nodejs20.x', memory: 2048, timeout: 30, triggers: ['http'] },
  ]);
});

it('Amplify declares functions in its backend, called like their folders', async () => {
  const inventory = await inventoryOf({
    'amplify/backend.ts': `import { defineBackend } from '@aws-amplify/backend'; import { resize } from './functions/resize/resource'; defineBackend({ resize });`,
    'amplify/functions/resize/resource.ts': `import { defineFunction } from '@aws-amplify/backend'; export const resize = defineFunction({ memoryMB: 2048, timeoutSeconds: 60, runtime: 22, schedule: 'every day' });`,
    'amplify/functions/resize/handler.ts': HANDLER,
    'amplify/functions/other/resource.ts': `import { defineFunction } from '@aws-amplify/backend'; export const other = defineFunction({ name: 'named', entry: '../shared/main.ts' });`,
    'amplify/functions/shared/main.ts': HANDLER,
  });
  expect(viewOf(inventory)).toEqual([
    { id: 'amplify/functions/other/resource.ts#named', entries: ['amplify/functions/shared/main.ts#handler'] },
    { id: 'amplify/functions/resize/resource.ts#resize', entries: ['amplify/functions/resize/handler.ts#handler'], runtime: 'nodejs22.x', memory: 2048, timeout: 60, triggers: ['schedule cron(0 0 * * ? *)'] },
  ]);
});

it('Pulumi declares functions, and packs closures of the program', async () => {
  const program = `
import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { CallbackFunction } from '@pulumi/aws/lambda';
import * as apigateway from '@pulumi/aws-apigateway';
let total = 0;
new aws.lambda.Function('plain', { runtime: aws.lambda.Runtime.NodeJS22dX, handler: 'index.handler', code: new pulumi.asset.FileArchive('./app'), memorySize: 2048 });
new aws.lambda.Function('elsewhere', { runtime: 'nodejs22.x', handler: 'index.handler', s3Bucket: 'code' });
const handler = new CallbackFunction('callback', { callback: async (event) => { total += 1; }, memorySize: 512 });
new aws.lambda.CallbackFunction('made', { callbackFactory: () => async (event) => event });
const report = async () => total;
aws.cloudwatch.onSchedule('report', 'rate(1 day)', report);
const bucket = new aws.s3.Bucket('pictures');
bucket.onObjectCreated('resize', async (event) => event, { filterSuffix: '.png' });
bucket.onObjectRemoved('clean', handler);
new aws.cloudwatch.EventRule('hourly', { scheduleExpression: 'rate(1 hour)' }).onEvent('tick', async () => 1);
document.onEvent('no', async () => 1);
new apigateway.RestAPI('api', { routes: [{ path: '/', method: 'GET', eventHandler: handler }, { path: '/new', method: 'POST', eventHandler: async () => ({ statusCode: 200 }) }, { path: '/site', localPath: 'www' }] });`;
  const inventory = await inventoryOf({ 'infra/Pulumi.yaml': 'runtime: nodejs', 'infra/index.ts': program, 'infra/app/index.js': 'exports.handler = async () => 1;' });
  expect(viewOf(inventory).map(({ entries, ...view }) => ({ ...view, isFound: Array.isArray(entries) && entries.length === 1 }))).toEqual([
    { id: 'infra/index.ts#api POST /new', isFound: true, triggers: ['http'] },
    { id: 'infra/index.ts#callback', isFound: true, memory: 512, triggers: ['s3', 'http'] },
    { id: 'infra/index.ts#elsewhere', isFound: false, runtime: 'nodejs22.x', unknown: ['code: not a folder of the repository'], notAnalysed: 'no-code' },
    { id: 'infra/index.ts#made', isFound: false, unknown: ['code: a callback that is not written down'], notAnalysed: 'no-code' },
    { id: 'infra/index.ts#plain', isFound: true, runtime: 'nodejs22.x', memory: 2048 },
    { id: 'infra/index.ts#report', isFound: true, triggers: ['schedule rate(1 day)'] },
    { id: 'infra/index.ts#resize', isFound: true, triggers: ['s3'] },
    { id: 'infra/index.ts#tick', isFound: true, triggers: ['schedule rate(1 hour)'] },
  ]);
  expect(inventory.functions.find(({ name }) => name === 'report')?.entries).toMatchObject([{ file: 'infra/index.ts', symbol: 'report' }]);
});

describe('Pulumi in YAML', () => {
  const app = { 'app/index.js': 'exports.handler = async () => 1;' };

  it('declares functions: names, texts with references, short and long types, classic names of built-in functions', async () => {
    const program = `runtime: { name: yaml }
config: { size: { type: integer, default: 1024 }, plain: { type: string } }
variables:
  folder: { fn::join: ['/', [., app]] }
  name: api-\${size}
resources:
  api:
    type: aws:lambda:Function
    name: api-function
    properties: { runtime: nodejs22.x, handler: index.handler, code: { Fn::FileArchive: '\${folder}' }, memorySize: '\${size}', name: '\${name}', environment: { variables: { QUEUE: '\${queue.url}', COST: '$\${five}' } } }
  queue: { type: aws:sqs/queue:Queue }
  rest: { type: aws-apigateway:RestAPI, properties: { routes: [{ path: /, eventHandler: '\${api}' }] } }
  read: { type: aws:lambda:Function, get: { id: other } }
  table: { type: azure-native:storage:Table, properties: {} }
  open: { type: aws:lambda:Function, properties: { runtime: '\${plain}', handler: index.handler, code: { fn::remoteArchive: 'https://example.com/a.zip' } } }
`;
    const inventory = await inventoryOf({ 'Pulumi.yaml': program, ...app });
    expect(viewOf(inventory)).toEqual([
      { id: 'Pulumi.yaml#api-function', entries: ['app/index.js#handler'], runtime: 'nodejs22.x', memory: 1024, triggers: ['http'] },
      { id: 'Pulumi.yaml#open', entries: [], unknown: ['code: not a folder of the repository', 'runtime: no literal value'], notAnalysed: 'no-code' },
    ]);
    expect(inventory.functions[0]).toMatchObject({ name: 'api-1024', at: { file: 'Pulumi.yaml', line: 8 }, memory: { from: { line: 10 } }, environment: new Map([['COST', { value: '${five}' }], ['QUEUE', { value: undefined }]]) });
  });

  it('may stand in a file of its own', async () => {
    const main = 'resources: { fn: { type: aws:lambda:Function, properties: { runtime: nodejs22.x, handler: index.handler, code: { fn::fileArchive: ./app } } } }';
    expect(viewOf(await inventoryOf({ 'Pulumi.yaml': 'runtime: yaml\n', 'Main.yaml': main, ...app }))).toEqual([{ id: 'Main.yaml#fn', entries: ['app/index.js#handler'], runtime: 'nodejs22.x' }]);
  });

  it('ends on programs that are made to have no end', async () => {
    const circles = 'runtime: yaml\nvariables: { a: "${b}", b: "${a}" }\nresources:\n  fn: { type: aws:lambda:Function, properties: &p { name: "${a}", memorySize: "${fn.memorySize}", environment: { variables: *p }, handler: "${fn}" } }\n';
    expect((await inventoryOf({ 'Pulumi.yaml': circles })).functions).toHaveLength(1);
    for (const text of ['runtime: yaml\nresources: [1]', 'runtime: yaml\nresources: { fn: 1, g: { type: [] } }', 'runtime: [yaml]', '[', '']) expect((await inventoryOf({ 'Pulumi.yaml': text })).functions).toEqual([]);
  });
});

it('says that a Pulumi program is not read, where it names functions', async () => {
  const problemsOf = async (runtime: string, file: string, text: string): Promise<readonly string[]> => (await inventoryOf({ 'infra/Pulumi.yaml': `runtime: ${runtime}`, [`infra/${file}`]: text })).problems.map(({ message }) => message);
  const said = (language: string): readonly string[] => [`its resources are written in ${language}, which is not read: functions that it declares are found by their signatures only`];
  expect(await problemsOf('dotnet', 'Program.cs', 'using Pulumi.Aws.Lambda;')).toEqual(said('C#'));
  expect(await problemsOf('go', 'main.go', 'import "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"')).toEqual(said('Go'));
  expect(await problemsOf('{ name: java }', 'App.java', 'import com.pulumi.aws.lambda.Function;')).toEqual(said('Java'));
  expect(await problemsOf('go', 'main.go', 'import "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes"')).toEqual([]);
});
