/** Functions that programs declare by other libraries than CDK's: SST, Amplify Gen 2, Pulumi. */
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../src/inventory/index.js';
import { inventoryOf } from './memory-project.js';

const HANDLER = 'export const handler = async (event) => event;';

function viewOf({ functions }: Inventory): readonly object[] {
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
    { id: 'amplify/functions/resize/resource.ts#resize', entries: ['amplify/functions/resize/handler.ts#handler'], runtime: 'nodejs22.x', memory: 2048, timeout: 60, triggers: ['schedule every day'] },
  ]);
});

it('Pulumi declares functions, and packs callbacks that are not followed', async () => {
  const program = `
import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
new aws.lambda.Function('plain', { runtime: aws.lambda.Runtime.NodeJS22dX, handler: 'index.handler', code: new pulumi.asset.FileArchive('./app'), memorySize: 2048 });
new aws.lambda.CallbackFunction('callback', { callback: async (event) => event });
new aws.lambda.Function('elsewhere', { runtime: 'nodejs22.x', handler: 'index.handler', s3Bucket: 'code' });`;
  const inventory = await inventoryOf({ 'infra/Pulumi.yaml': 'runtime: nodejs', 'infra/index.ts': program, 'infra/app/index.js': 'exports.handler = async () => 1;' });
  expect(viewOf(inventory)).toEqual([
    { id: 'infra/index.ts#callback', entries: [], unknown: ['code: a callback of the program, which is not followed'], notAnalysed: 'no-code' },
    { id: 'infra/index.ts#elsewhere', entries: [], runtime: 'nodejs22.x', unknown: ['code: not a folder of the repository'], notAnalysed: 'no-code' },
    { id: 'infra/index.ts#plain', entries: ['infra/app/index.js#handler'], runtime: 'nodejs22.x', memory: 2048 },
  ]);
});
