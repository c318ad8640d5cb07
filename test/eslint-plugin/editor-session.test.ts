/** A session in an editor: ESLint stays, files change in the buffer and on disk, findings come and go. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../cli/command-line.js';
import { indexOf } from '../inventory/git-index.js';
import { eslintIn, shownIn } from './linting.js';

const HANDLER = `import { load } from './orders.js';

export const handler = async (event: { tenant: string }) => {
  const orders = await load(event.tenant);
  return { tenant: event.tenant, orders };
};
`;
const ORDERS = `import { find } from './table.js';

export async function load(tenant: string): Promise<readonly string[]> {
  return find(tenant);
}
`;
const LEAKING_ORDERS = `import { find } from './table.js';

let current = '';

export async function load(tenant: string): Promise<readonly string[]> {
  current = tenant;
  await find('');
  return find(current);
}
`;
const TABLE = `import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export async function find(tenant: string): Promise<readonly string[]> {
  const { Items = [] } = await client.send(new QueryCommand({ TableName: 'orders', ExpressionAttributeValues: { ':t': { S: tenant } } }));
  return Items.map((item) => item.id?.S ?? '');
}
`;
const FILES = { 'src/handler.ts': HANDLER, 'src/orders.ts': ORDERS, 'src/table.ts': TABLE };

/** Longer than the plugin goes without looking at the disk in a project as small as these. */
const LATER = 300;

/** What `file` shows: with this text in the buffer, or with that on disk. */
function session(folder: string): { typed(file: string, text: string): Promise<readonly string[]>; saved(file: string, text: string): Promise<void> } {
  const eslint = eslintIn(folder, { config: 'recommended' });
  return {
    typed: async (file, text) => (await shownIn(eslint, join(folder, file), text)).map(({ rule, place }) => `${place.split('-')[0]} ${rule}`),
    saved: async (file, text) => {
      writeFileSync(join(folder, file), text);
      await wait(LATER);
    },
  };
}

describe('a session in an editor', () => {
  it('shows a finding when it is typed, and takes it back', async () => {
    const { typed } = session(folderWith(FILES));
    expect(await typed('src/orders.ts', ORDERS)).toEqual([]);
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual(['6:3 request-state-leak']);
    expect(await typed('src/orders.ts', `\n${LEAKING_ORDERS}`)).toEqual(['7:3 request-state-leak']);
    expect(await typed('src/orders.ts', LEAKING_ORDERS.replace('current = tenant;', 'const current = tenant;'))).toEqual([]);
    expect(await typed('src/orders.ts', ORDERS)).toEqual([]);
  });

  it('knows the handlers that reach a helper, through files that change on disk', async () => {
    const { typed, saved } = session(folderWith({ ...FILES, 'src/handler.ts': HANDLER.replace('await load(event.tenant)', '[]').replace(/import.*/, '') }));
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual([]);
    await saved('src/handler.ts', HANDLER);
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual(['6:3 request-state-leak']);
    await saved('src/handler.ts', HANDLER.replace("'./orders.js'", "'./table.js'").replaceAll('load', 'find'));
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual([]);
  });

  it('lets go of what was typed in a file when another one is looked at', async () => {
    const { typed } = session(folderWith({ ...FILES, 'src/other.ts': HANDLER }));
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual(['6:3 request-state-leak']);
    const other = HANDLER.replace('return {', 'const again = await load(event.tenant);\n  return { again,');
    expect(await typed('src/other.ts', other)).toEqual([]);
    expect(await typed('src/orders.ts', ORDERS)).toEqual([]);
  });

  it('sees files that come and go, and templates that name other handlers', async () => {
    const folder = folderWith({ 'src/orders.ts': LEAKING_ORDERS, 'src/table.ts': TABLE });
    const { typed, saved } = session(folder);
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual([]);
    await saved('src/handler.ts', HANDLER);
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual(['6:3 request-state-leak']);
    rmSync(join(folder, 'src/handler.ts'));
    await wait(LATER);
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual([]);
    await saved('template.yaml', 'Resources:\n  Load:\n    Type: AWS::Lambda::Function\n    Properties: { Runtime: nodejs22.x, Handler: src/orders.load, Code: . }\n');
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual(['6:3 request-state-leak']);
  });

  it('sees functions that only Terraform declares', async () => {
    const folder = folderWith({ 'src/orders.ts': LEAKING_ORDERS, 'src/table.ts': TABLE, 'infra/main.tf': 'locals {\n  name = "none"\n}\n' });
    const { typed, saved } = session(folder);
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual([]);
    const declared = 'resource "aws_lambda_function" "load" {\n  runtime = "nodejs22.x"\n  handler = "src/orders.${local.name}"\n  filename = "../orders.zip"\n}\n';
    await saved('infra/functions.tf', declared);
    await saved('infra/main.tf', 'locals {\n  name = "load"\n}\n');
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual(['6:3 request-state-leak']);
    expect(await typed('src/orders.ts', `\nexport const more = 1;\n${LEAKING_ORDERS}`)).toEqual(['8:3 request-state-leak']);
    await saved('infra/functions.tf', declared.replace('aws_lambda_function', 'aws_sqs_queue'));
    expect(await typed('src/orders.ts', LEAKING_ORDERS)).toEqual([]);
  });

  it('judges a file by what the others say on disk now', async () => {
    const { typed, saved } = session(folderWith(FILES));
    const remembering = HANDLER.replace('export', 'let last = "";\nexport').replace('return {', 'last = event.tenant;\n  await load("");\n  return { last,');
    expect(await typed('src/handler.ts', remembering)).toEqual(['6:3 request-state-leak']);
    // Without an await in it another invocation never comes in between.
    await saved('src/orders.ts', 'export const load = (tenant: string): readonly string[] => [tenant];\n');
    expect(await typed('src/handler.ts', remembering.replaceAll('await ', ''))).toEqual([]);
    expect(await typed('src/handler.ts', remembering)).toEqual(['6:3 request-state-leak']);
  });

  it('is silent about files that no audit looks at, and about code that is no file', async () => {
    const { typed } = session(folderWith({ ...FILES, '.gitignore': 'generated/\n', 'generated/handler.ts': LEAKING_ORDERS.replace('load', 'handler') }));
    expect(await typed('generated/handler.ts', LEAKING_ORDERS.replace('load', 'handler'))).toEqual([]);
    expect(await typed('src/unsaved.ts', LEAKING_ORDERS.replace('load', 'handler'))).toEqual([]);
  });

  it('looks at an excluded file from when Git tracks it', async () => {
    const leaking = LEAKING_ORDERS.replace('load', 'handler');
    const folder = folderWith({ ...FILES, '.gitignore': 'lib/\n', 'lib/handler.ts': leaking, '.git/HEAD': '' });
    const { typed } = session(folder);
    expect(await typed('lib/handler.ts', leaking)).toEqual([]);
    writeFileSync(join(folder, '.git/index'), indexOf(['lib/handler.ts']));
    await wait(LATER);
    expect(await typed('lib/handler.ts', leaking)).toEqual(['6:3 request-state-leak']);
  });
});
