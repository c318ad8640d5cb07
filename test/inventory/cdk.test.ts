/** Functions that CDK code declares, and templates and bundles that were made from it. */
import { describe, expect, it } from 'vitest';
import type { Inventory, LambdaFunction } from '../../src/inventory/index.js';
import { inventoryOf, type Files } from './memory-project.js';

const HANDLER = 'export const handler = async (event) => event;';
const APPLICATION: Files = { 'infra/cdk.json': '{ "app": "npx tsx bin/app.ts" }', 'infra/package.json': '{}' };
const IMPORTS = `
import * as path from 'node:path';
import { Duration, Size, Stack, aws_lambda as functions } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
`;

function stack(constructor: string, more = ''): string {
  return `${IMPORTS}${more}
export class Orders extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    ${constructor}
  }
}`;
}

function settingsOf({ functions }: Inventory): readonly object[] {
  return functions.map((fn) => ({
    id: fn.id, entries: fn.entries.map(({ file, symbol }) => `${file}#${symbol}`),
    ...valuesOf(fn, ['runtime', 'memory', 'timeout', 'ephemeralStorage', 'architecture']),
    ...(fn.unknown.length > 0 ? { unknown: fn.unknown } : {}),
    ...(fn.notAnalysed ? { notAnalysed: fn.notAnalysed.kind } : {}),
  }));
}

function valuesOf(fn: LambdaFunction, names: readonly ('runtime' | 'memory' | 'timeout' | 'ephemeralStorage' | 'architecture')[]): object {
  return Object.fromEntries(names.flatMap((name) => (fn[name] === undefined ? [] : [[name, fn[name].value]])));
}

describe('constructs', () => {
  it('are functions with the settings that are written down', async () => {
    const text = stack(`
    const common = { runtime: lambda.Runtime.NODEJS_22_X, memorySize: 2 * MEBIBYTES };
    new NodejsFunction(this, 'Create', { ...common, entry: path.join(__dirname, '../../src/create.ts'), handler: 'main', timeout: Duration.minutes(2), ephemeralStorageSize: Size.gibibytes(1) });
    new NodejsFunction(this, 'audit', { ...common, architecture: lambda.Architecture.ARM_64, timeout: props.slow ? Duration.seconds(9) : Duration.seconds(3) });
    new functions.Function(this, 'Plain', { runtime: functions.Runtime.NODEJS_20_X, code: functions.Code.fromAsset('../plain'), handler: 'index.handler' });`, 'const MEBIBYTES = 1024;');
    const files = { ...APPLICATION, 'infra/lib/orders.ts': text, 'src/create.ts': 'export const main = async (event) => event;', 'infra/lib/orders.audit.ts': HANDLER, 'plain/index.js': 'exports.handler = async () => 1;' };
    const inventory = await inventoryOf(files);
    expect(settingsOf(inventory)).toEqual([
      { id: 'infra/lib/orders.ts#Create', entries: ['src/create.ts#main'], runtime: 'nodejs22.x', memory: 2048, timeout: 120, ephemeralStorage: 1024 },
      { id: 'infra/lib/orders.ts#Plain', entries: ['plain/index.js#handler'], runtime: 'nodejs20.x' },
      { id: 'infra/lib/orders.ts#audit', entries: ['infra/lib/orders.audit.ts#handler'], runtime: 'nodejs22.x', memory: 2048, architecture: 'arm64', unknown: ['timeout: no literal value'] },
    ]);
    expect(inventory.functions[0]).toMatchObject({ at: { file: 'infra/lib/orders.ts', line: 12 }, evidence: ['CDK construct in infra/lib/orders.ts (Create)', 'handler main in src/create.ts'] });
  });

  it('are followed through helpers, methods, subclasses and constructs of the repository', async () => {
    const helpers = `${IMPORTS}
export const entryOf = (name) => path.resolve(__dirname, '..', '..', 'src', \`\${name}.ts\`);
export function make(scope, id, name, props = {}) { return new NodejsFunction(scope, id, { entry: entryOf(name), runtime: lambda.Runtime.NODEJS_22_X, ...props }); }
export class OrderFunction extends NodejsFunction { constructor(scope, id, props) { super(scope, id, { memorySize: 4096, ...props }); } }`;
    const text = `
import { Stack } from 'aws-cdk-lib';
import { entryOf, make, OrderFunction } from './helpers';
export class Orders extends Stack {
  constructor(scope, id) {
    super(scope, id);
    make(this, 'Made', 'made', { memorySize: 512 });
    new OrderFunction(this, 'Subclass', { entry: entryOf('subclass') });
    this.add('Method');
  }
  private add(id) { return make(this, id, 'method'); }
}`;
    const sources = Object.fromEntries(['made', 'subclass', 'method'].map((name) => [`src/${name}.ts`, HANDLER]));
    expect(settingsOf(await inventoryOf({ ...APPLICATION, 'infra/lib/helpers.ts': helpers, 'infra/lib/orders.ts': text, ...sources }))).toEqual([
      { id: 'infra/lib/helpers.ts#Made', entries: ['src/made.ts#handler'], runtime: 'nodejs22.x', memory: 512 },
      { id: 'infra/lib/helpers.ts#Method', entries: ['src/method.ts#handler'], runtime: 'nodejs22.x' },
      { id: 'infra/lib/helpers.ts#Subclass', entries: ['src/subclass.ts#handler'], memory: 4096 },
    ]);
  });

  it('whose code is not known are listed, and no file is guessed', async () => {
    const text = stack(`
    new NodejsFunction(this, 'Elsewhere', { entry: props.entry });
    new lambda.Function(this, 'Inline', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = () => 1') });
    for (const name of props.names) new NodejsFunction(this, name, { entry: \`src/\${name}.ts\` });`);
    expect(settingsOf(await inventoryOf({ ...APPLICATION, 'infra/lib/orders.ts': text, 'infra/lib/index.ts': HANDLER }))).toEqual([
      { id: 'infra/lib/index.ts#handler', entries: ['infra/lib/index.ts#handler'] },
      { id: 'infra/lib/orders.ts#Elsewhere', entries: [], unknown: ['Handler: its entry file is not known'], notAnalysed: 'no-code' },
      { id: 'infra/lib/orders.ts#Inline', entries: [], runtime: 'nodejs22.x', notAnalysed: 'no-code' },
      { id: 'infra/lib/orders.ts#NodejsFunction', entries: [], unknown: ['id: no literal value', 'Handler: its entry file is not known'], notAnalysed: 'no-code' },
    ]);
  });
});

describe('applications without a cdk.json', () => {
  it('are what a program makes, started in the folder of its package', async () => {
    const program = "import { App } from 'aws-cdk-lib'; import { Orders } from '../lib/orders'; new Orders(new App(), 'Orders');";
    const text = stack(`
    new NodejsFunction(this, 'Create', { entry: 'src/create.ts' });
    new lambda.Function(this, 'Built', { runtime: lambda.Runtime.NODEJS_22_X, code: lambda.Code.fromAsset(path.join(__dirname, 'dist')), handler: 'index.Proxy' });`);
    const files = { 'infra/package.json': '{}', 'infra/bin/app.ts': program, 'infra/lib/orders.ts': text, 'infra/lib/index.ts': "export * from './orders';", 'infra/src/create.ts': HANDLER, 'infra/lib/proxy/index.ts': 'export const Proxy = async (event) => event;' };
    expect(settingsOf(await inventoryOf(files))).toEqual([
      { id: 'infra/lib/orders.ts#Built', entries: ['infra/lib/proxy/index.ts#Proxy'], runtime: 'nodejs22.x' },
      { id: 'infra/lib/orders.ts#Create', entries: ['infra/src/create.ts#handler'] },
    ]);
  });

  it('declare only what their programs use', async () => {
    const files = {
      'index.ts': "import * as cdk from 'aws-cdk-lib'; import { Orders } from './orders'; const app = new cdk.App(); new Orders(app, 'Orders');",
      'orders.ts': stack("new NodejsFunction(this, 'Used', { entry: 'used.ts' });"), 'other.ts': stack("new NodejsFunction(this, 'Unused', { entry: 'used.ts' });"), 'used.ts': HANDLER,
    };
    expect(settingsOf(await inventoryOf(files)).slice(0, 1)).toEqual([{ id: 'orders.ts#Used', entries: ['used.ts#handler'] }]);
    expect((await inventoryOf(files)).functions).toHaveLength(1);
  });
});

describe('names that are computed', () => {
  it.each([
    ["'createOrder'.replace(/([A-Z])/g, '_$1').toLowerCase()", 'create_order'],
    ["'create order'.split(/\\s/).join('_')", 'create_order'],
    ["'Create'.charAt(0).toLowerCase() + 'Create'.slice(1)", 'create'],
    ["'create-order'.replace('-', '_')", 'create_order'],
    // Languages do not agree on how often, and what may backtrack is not tried.
    ["'a-b-c'.replace('-', '_')", undefined],
    ["'createOrder'.replace(/(a+)+$/, '')", undefined],
    ["'createOrder'.replace(/a*a*a*b/, '')", undefined],
    ["'createOrder'.replace(/(?=O)/, '_')", undefined],
    ["'createOrder'.replace(/[z-a]/, '_')", undefined],
  ])('%s', async (name, expected) => {
    const text = stack(`new NodejsFunction(this, 'Fn', { entry: 'src/' + ${name} + '.ts' });`);
    const { functions: [fn] } = await inventoryOf({ ...APPLICATION, 'infra/lib/orders.ts': text, ...(expected === undefined ? {} : { [`infra/src/${expected}.ts`]: HANDLER }) });
    expect(fn?.entries.map(({ file }) => file)).toEqual(expected === undefined ? [] : [`infra/src/${expected}.ts`]);
  });
});

describe('triggers', () => {
  const triggersOf = async (calls: string): Promise<readonly object[]> => {
    const text = stack(`const fn = new NodejsFunction(this, 'Fn', { entry: 'src/orders.ts' });\n${calls}`, `import * as s3 from 'aws-cdk-lib/aws-s3'; import * as iam from 'aws-cdk-lib/aws-iam';
      import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications'; import { LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';`);
    const { functions } = await inventoryOf({ ...APPLICATION, 'infra/lib/orders.ts': text, 'infra/src/orders.ts': HANDLER });
    return functions.flatMap(({ triggers = [] }) => triggers.map(({ kind, name }) => [kind, name]));
  };

  it.each<[string, readonly (readonly [string, string])[]]>([
    ["for (const suffix of ['.a', '.b']) new s3.Bucket(this, suffix).addEventNotification(s3.EventType.OBJECT_CREATED, new LambdaDestination(fn), { suffix });", [['s3', 'S3 bucket']]],
    ['api.root.addMethod(\'GET\', new LambdaIntegration(fn));', [['http', 'API route']]],
    ["fn.addPermission('FromBucket', { principal: new iam.ServicePrincipal('s3.amazonaws.com') });", [['s3', 'FromBucket']]],
    ["fn.grantInvoke(new iam.ServicePrincipal('iot.amazonaws.com'));", [['iot', 'iot.amazonaws.com']]],
    ["new lambda.CfnPermission(this, 'Allowed', { functionName: fn.functionName, action: 'lambda:InvokeFunction', principal: 'sns.amazonaws.com' });", [['sns', 'Allowed']]],
    ["new LambdaIntegration(fn); fn.grantInvoke(new iam.ServicePrincipal('apigateway.amazonaws.com'));", [['http', 'API route']]],
    ['fn.grantInvoke(props.role);', []],
  ])('%s', async (calls, expected) => {
    expect(await triggersOf(calls)).toEqual(expected);
  });
});

describe('databases', () => {
  const databasesOf = async (constructor: string): Promise<readonly object[]> => {
    const { functions } = await inventoryOf({ ...APPLICATION, 'infra/bin/app.ts': `import { Orders } from '../lib/orders'; new Orders();`, 'infra/src/orders.js': HANDLER, 'infra/lib/orders.ts': stack(`${constructor}
      const fn = new lambda.Function(this, 'Fn', { runtime: lambda.Runtime.NODEJS_24_X, handler: 'orders.handler', code: lambda.Code.fromAsset(path.join(__dirname, '../src')), environment: { HOST: host } });
    `, `import * as rds from 'aws-cdk-lib/aws-rds'; import * as ec2 from 'aws-cdk-lib/aws-ec2';`) });
    return functions.flatMap(({ databases = [] }) => databases.map(({ name, engine, instanceClass, maxCapacity, maxConnections, hasDefaultParameters }) => (
      [name, engine?.value, instanceClass?.value, maxCapacity?.value, maxConnections?.value, hasDefaultParameters])));
  };
  const engine = 'engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 })';
  const cluster = 'engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 })';
  const size = 'instanceType: ec2.InstanceType.of(ec2.InstanceClass.BURSTABLE4_GRAVITON, ec2.InstanceSize.MICRO)';

  it.each([
    [`const db = new rds.DatabaseInstance(this, 'Db', { ${engine}, ${size} }); const host = db.dbInstanceEndpointAddress;`, [['Db', 'postgres', 'db.t4g.micro', undefined, undefined, true]]],
    [`const db = new rds.DatabaseInstance(this, 'Db', { ${engine} }); const host = db.secret!.secretArn;`, [['Db', 'postgres', 'db.m5.large', undefined, undefined, true]]],
    [`const db = new rds.DatabaseInstance(this, 'Db', { ${engine}, instanceType: props.size, parameters: { max_connections: '200' } }); const host = db.instanceEndpoint.hostname;`, [['Db', 'postgres', undefined, undefined, 200, false]]],
    [`const parameterGroup = new rds.ParameterGroup(this, 'Group', { ${engine}, parameters: { log_statement: 'all' } }); const db = new rds.DatabaseInstance(this, 'Db', { ${engine}, ${size}, parameterGroup }); const host = db.instanceEndpoint.hostname;`, [['Db', 'postgres', 'db.t4g.micro', undefined, undefined, true]]],
    [`const parameterGroup = rds.ParameterGroup.fromParameterGroupName(this, 'Group', 'shop'); const db = new rds.DatabaseInstance(this, 'Db', { ${engine}, ${size}, parameterGroup }); const host = db.instanceEndpoint.hostname;`, [['Db', 'postgres', 'db.t4g.micro', undefined, undefined, false]]],
    [`const db = new rds.DatabaseCluster(this, 'Db', { ${cluster}, writer: rds.ClusterInstance.serverlessV2('Writer'), serverlessV2MaxCapacity: 8 }); const host = db.clusterEndpoint.hostname;`, [['Db', 'aurora-mysql', 'db.serverless', 8, undefined, true]]],
    [`const db = new rds.DatabaseCluster(this, 'Db', { ${cluster}, writer: rds.ClusterInstance.provisioned('Writer', { ${size} }) }); const host = db.clusterReadEndpoint.hostname;`, []],
    [`const db = new rds.DatabaseInstance(this, 'Db', { ${engine}, ${size} }); const host = db.addProxy('Proxy', { secrets: [db.secret!] }).endpoint;`, []],
    [`const db = new rds.DatabaseInstance(this, 'Db', { ${engine}, ${size} }); const host = 'elsewhere';`, []],
  ])('whose address a function has: %s', async (constructor, expected) => {
    expect(await databasesOf(constructor)).toEqual(expected);
  });

  it('are those of variables that are added, unless a proxy is added too', async () => {
    const host = `const db = new rds.DatabaseInstance(this, 'Db', { ${engine}, ${size} }); const host = '';`;
    const { functions } = await inventoryOf({ ...APPLICATION, 'infra/bin/app.ts': `import { Orders } from '../lib/orders'; new Orders();`, 'infra/src/orders.js': HANDLER, 'infra/lib/orders.ts': stack(`${host}
      const shared = { runtime: lambda.Runtime.NODEJS_24_X, handler: 'orders.handler', code: lambda.Code.fromAsset(path.join(__dirname, '../src')) };
      new lambda.Function(this, 'A', shared).addEnvironment('HOST', db.dbInstanceEndpointAddress);
      const b = new lambda.Function(this, 'B', { ...shared, environment: { NAME: db.instanceIdentifier } });
      b.addEnvironment('HOST', new rds.DatabaseProxy(this, 'Proxy', { proxyTarget: rds.ProxyTarget.fromInstance(db) }).endpoint);
    `, `import * as rds from 'aws-cdk-lib/aws-rds'; import * as ec2 from 'aws-cdk-lib/aws-ec2';`) });
    expect(functions.map(({ name, databases }) => [name, databases?.map((database) => database.name)])).toEqual([['A', ['Db']], ['B', undefined]]);
  });
});

describe('what was built', () => {
  const template = (asset: string): string => JSON.stringify({
    Resources: {
      CreateA1B2: {
        Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs22.x', Handler: 'index.handler', MemorySize: 2048, Code: { S3Bucket: 'assets', S3Key: 'a.zip' } },
        Metadata: { 'aws:cdk:path': 'Orders/Create/Resource', 'aws:asset:path': asset, 'aws:asset:property': 'Code' },
      },
    },
  });
  const bundle = 'var handler = async (event) => event; module.exports = { handler };\n';
  const map = JSON.stringify({ version: 3, sources: ['../../../src/money.ts', '../../../node_modules/left/index.js', '../../../src/create.ts'] });
  const sources: Files = { 'src/create.ts': `import { sum } from './money'; ${HANDLER}`, 'src/money.ts': 'export const sum = 1;' };

  it('has the settings of the template and the code of the construct', async () => {
    const text = stack(`new NodejsFunction(this, 'Create', { entry: path.join(__dirname, '../../src/create.ts'), memorySize: 128 });`);
    const inventory = await inventoryOf({ ...APPLICATION, ...sources, 'infra/lib/orders.ts': text, 'infra/cdk.out/Orders.template.json': template('asset.0123abcd') });
    expect(settingsOf(inventory)).toEqual([{ id: 'infra/cdk.out/Orders.template.json#CreateA1B2', entries: ['src/create.ts#handler'], runtime: 'nodejs22.x', memory: 2048 }]);
  });

  it.each([
    ['a source map beside it', { 'infra/cdk.out/asset.0123abcd/index.js': `${bundle}//# sourceMappingURL=index.js.map`, 'infra/cdk.out/asset.0123abcd/index.js.map': map }],
    ['a source map inside it', { 'infra/cdk.out/asset.0123abcd/index.js': `${bundle}//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}` }],
    ['paths of the machine that built it', {
      'infra/cdk.out/asset.0123abcd/index.js': bundle,
      'infra/cdk.out/asset.0123abcd/index.js.map': JSON.stringify({ sourceRoot: '/home/ci/app', sources: ['webpack/runtime', 'src/money.ts', 'src/create.ts'] }),
    }],
  ])('is led back to its source by %s', async (_, built) => {
    const inventory = await inventoryOf({ ...sources, ...built, 'infra/cdk.out/Orders.template.json': template('asset.0123abcd') });
    expect(settingsOf(inventory)).toEqual([{ id: 'infra/cdk.out/Orders.template.json#CreateA1B2', entries: ['src/create.ts#handler'], runtime: 'nodejs22.x', memory: 2048 }]);
    expect(inventory.functions[0]?.evidence).toContain('handler handler in src/create.ts, from which infra/cdk.out/asset.0123abcd/index.js was made');
  });

  it('stays the code where nothing leads to a source', async () => {
    const inventory = await inventoryOf({ 'infra/cdk.out/asset.0123abcd/index.js': `${bundle}//# sourceMappingURL=../../../../outside.map`, 'infra/cdk.out/Orders.template.json': template('asset.0123abcd') });
    expect(settingsOf(inventory)).toMatchObject([{ entries: ['infra/cdk.out/asset.0123abcd/index.js#handler'] }]);
  });

  it('speaks for the source beside it', async () => {
    const sam = JSON.stringify({ Resources: { Fn: { Type: 'AWS::Serverless::Function', Properties: { Runtime: 'nodejs22.x', CodeUri: '.', Handler: 'dist/create.handler' } } } });
    const inventory = await inventoryOf({ 'template.json': sam, 'dist/create.js': bundle, ...sources });
    expect(settingsOf(inventory)).toMatchObject([{ entries: ['src/create.ts#handler'] }]);
  });
});

describe('a CDK application in a language that is not read', () => {
  const app = { 'infra/cdk.json': '{ "app": "dotnet run --project src/Infra/Infra.csproj" }', 'infra/src/Infra/Program.cs': 'new Function(this, "Orders", new FunctionProps {});' };

  it('is said to be passed over, unless its output is there', async () => {
    const { problems } = await inventoryOf(app);
    expect(problems).toEqual([{ kind: 'unsupported-construct', file: 'infra/cdk.json', message: 'its constructs are written in C#, which is not read: run cdk synth, and what it writes is' }]);
    expect((await inventoryOf({ ...app, 'infra/cdk.out/App.template.json': '{ "Resources": {} }' })).problems).toEqual([]);
    expect((await inventoryOf({ 'cdk.json': '{ "app": "npx ts-node bin/app.ts" }', 'bin/app.ts': '' })).problems).toEqual([]);
  });
});
