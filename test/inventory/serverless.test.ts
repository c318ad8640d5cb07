import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import type { DeclaredFunction, Declarations } from '../../src/inventory/templates/declared-function.js';
import { serverlessFramework } from '../../src/inventory/templates/serverless/reader.js';
import { inventoryOf, memoryProject, type Files } from './memory-project.js';

function read(files: Files, isAskedFor = false): Declarations {
  const project = memoryProject(files);
  return serverlessFramework.read(project.files.filter((file) => serverlessFramework.mayDeclare(file)), { project, parseHcl, programFor: () => undefined }, isAskedFor);
}

function functionsIn(service: string, others: Files = {}): readonly DeclaredFunction[] {
  const { functions, problems } = read({ 'api/serverless.yml': service, ...others });
  expect(problems).toEqual([]);
  return functions;
}

function only(service: string, others: Files = {}): DeclaredFunction {
  const functions = functionsIn(service, others);
  expect(functions).toHaveLength(1);
  return functions[0]!;
}

const HEAD = 'service: orders\nprovider: { name: aws, runtime: nodejs22.x }\n';

describe('a Serverless service', () => {
  it('gives to each function what the provider gives to all', () => {
    const [api, worker] = functionsIn(`
service: orders
provider:
  name: aws
  runtime: nodejs22.x
  memorySize: 512
  timeout: 20
  architecture: arm64
  environment: { TABLE: orders, LEVEL: info }
  layers: [arn:aws:lambda:eu-west-1:1:layer:base:1]
  vpc: { subnetIds: [subnet-1], securityGroupIds: [sg-1] }
functions:
  api:
    handler: src/api.handler
    name: orders-api
    environment: { LEVEL: debug }
    snapStart: false
    vpc: ~
  worker:
    handler: src/worker.run
    runtime: python3.13
    memorySize: 4096
    timeout: 60
    ephemeralStorageSize: 1024
    layers: [own]
    provisionedConcurrency: 2
    snapStart: true
    fileSystemConfig: { localMountPath: /mnt/a, arn: x }
    destinations: { onFailure: { type: sqs, arn: !GetAtt Failed.Arn } }
    onError: arn:aws:sns:eu-west-1:1:errors
`);
    expect(api).toMatchObject({
      logicalId: 'api', name: 'orders-api', format: 'Serverless Framework', code: { kind: 'local', path: '.' }, conflicts: [],
      runtime: { value: 'nodejs22.x', from: { line: 5 } }, memory: { value: 512 }, timeout: { value: 20 }, architecture: { value: 'arm64' }, unknown: [],
    });
    expect([...api!.environment].map(([name, { value }]) => [name, value])).toEqual([['LEVEL', 'debug'], ['TABLE', 'orders']]);
    expect(worker).toMatchObject({
      runtime: { value: 'python3.13' }, memory: { value: 4096, from: { line: 22 } }, timeout: { value: 60 }, ephemeralStorage: { value: 1024 }, layers: [{ value: 'own' }],
      failureDestination: { value: 'Failed.Arn' },
    });
    expect(worker!.conflicts.map(({ value }) => value)).toEqual(['provisioned-concurrency', 'snap-start', 'vpc-config', 'file-system']);
  });

  it('takes functions from a list, from files, and under merge keys', () => {
    const functions = functionsIn(`${HEAD}
x-common: &common { memorySize: 1024 }
functions:
  - hello: { handler: a.hello, <<: *common }
  - \${file(functions/more.yml)}
  - \${file(functions/all.json):functions}
  - late: \${file(./functions/late.yml)}
`, {
      'api/functions/more.yml': 'more: { handler: a.more, memorySize: "${self:custom.none, 256}" }\n',
      'api/functions/all.json': '{ "functions": { "fromJson": { "handler": "a.json" } } }',
      'api/functions/late.yml': 'handler: a.late\n',
    });
    expect(functions.map(({ logicalId, handler, memory, at }) => [logicalId, handler?.value, memory?.value, at.file])).toEqual([
      ['hello', 'a.hello', 1024, 'api/serverless.yml'], ['more', 'a.more', 256, 'api/functions/more.yml'],
      ['fromJson', 'a.json', undefined, 'api/functions/all.json'], ['late', 'a.late', undefined, 'api/functions/late.yml'],
    ]);
  });

  it.each([
    ['${self:custom.size}', 640],
    ["${opt:size, '128'}", 128],
    ['${opt:size, self:custom.size}', 640],
    ['${opt:size, ${self:custom.size}}', 640],
    ['${env:SIZE, env:OTHER, 256}', 256],
    ['${self:custom.sizes.${opt:stage, self:provider.stage}}', 2048],
    ['${self:custom.sizes.${sls:stage}}', 2048],
    ['${file(./sizes.yml):sizes.0}', 333],
    ['${file(./${sls:stage}.json):size}', 444],
    ['${file(./missing.json):size, 555}', 555],
    ['${param:size}', 777],
    ['1${self:custom.half}', 164],
    ['${{self:custom.size}}', 640],
  ])('computes %s', (written, expected) => {
    const fn = only(`
service: orders
provider: { name: aws, stage: "\${opt:stage, 'prod'}" }
custom: { size: 640, half: 64, sizes: { dev: 512, prod: 2048 } }
params: { default: { size: 1 }, prod: { size: 777 } }
functions:
  a: { handler: a.b, memorySize: "${written}" }
`, { 'api/sizes.yml': 'sizes: [333]', 'api/prod.json': '{ "size": 444 }' });
    expect(fn.memory?.value).toBe(expected);
    expect(fn.memory?.from).toMatchObject({ file: 'api/serverless.yml', line: 7 });
  });

  it.each([
    ['${env:SIZE}', /has no value here/],
    ['${ssm:/size, 512}', /the variable \$\{ssm:/],
    ['${file(./size.js):size}', /what the file api\/size.js computes/],
    ['${self:custom.circle}', /leads to itself/],
    ['${self:custom.gone}', /has no value here/],
    ['a', /no number/],
  ])('says that %s is unknown', (written, reason) => {
    const fn = only(`${HEAD}custom: { circle: "\${self:custom.other}", other: "x\${self:custom.circle}" }\nfunctions:\n  a: { handler: a.b, memorySize: "${written}" }\n`, { 'api/size.js': '' });
    expect(fn.memory).toBeUndefined();
    expect(fn.unknown.join()).toMatch(reason);
  });

  it('leaves alone what CloudFormation fills in', () => {
    const fn = only(`${HEAD}functions:\n  a: { handler: a.b, layers: [!Sub "arn:aws:lambda:\${AWS::Region}:1:layer:x:1"], environment: { BUCKET: { Ref: Bucket }, TEXT: "\\\\\${self:service}" } }\n`);
    expect(fn.layers).toMatchObject([{ value: 'arn:aws:lambda:${AWS::Region}:1:layer:x:1' }]);
    expect([...fn.environment].map(([, { value }]) => value)).toEqual([undefined, '${self:service}']);
  });

  it('lists a function that is not written down', () => {
    const fn = only(`${HEAD}functions:\n  a: \${file(./a.js)}\n`, { 'api/a.js': '' });
    expect(fn).toMatchObject({ logicalId: 'a', unknown: ['Handler: what the file api/a.js computes'] });
  });

  it.each([
    ['package: { artifact: build/orders.zip }', { kind: 'local', path: 'build/orders.zip' }],
    ['module: workers', { kind: 'local', path: 'workers' }],
    ['image: { name: app, command: [app.handler] }', { kind: 'image', context: './docker', dockerfile: 'Dockerfile.prod', command: 'app.handler' }],
    ['image: 1.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:1', { kind: 'image' }],
  ])('knows the code of %s', (written, code) => {
    const fn = only(`service: a\nprovider: { name: aws, runtime: python3.13, ecr: { images: { app: { path: ./docker, file: Dockerfile.prod } } } }\nfunctions:\n  a:\n    handler: a.b\n    ${written}\n`);
    expect(fn.code).toMatchObject(code);
    expect(fn.packageType?.value).toBe(code.kind === 'image' ? 'Image' : undefined);
    expect(fn.runtime?.value).toBe(code.kind === 'image' ? undefined : 'python3.13');
  });
});

describe('managed instances of a Serverless service', () => {
  const service = `
service: orders
provider:
  name: aws
  runtime: python3.13
  architecture: arm64
  vpc: { subnetIds: [subnet-1, subnet-2], securityGroupIds: [sg-1] }
  capacityProviders:
    main:
      vpc: { subnetIds: [subnet-3], securityGroupIds: [sg-1] }
      scaling: { maxVCpuCount: 48 }
      instanceRequirements: { allowedInstanceTypes: [m7g.xlarge], architectures: [arm64] }
      permissions: { operatorRole: arn:aws:iam::1:role/operator }
functions:
  full:
    handler: app.full
    memorySize: 4096
    capacityProvider: { name: main, maxConcurrency: 16, memoryPerVCpu: 4, scaling: { min: 3, max: 20 } }
  short: { handler: app.short, capacityProvider: default, versionFunction: false }
  outside: { handler: app.outside, capacityProvider: !GetAtt Pool.Arn }
  wrong: { handler: app.wrong, capacityProviderConfig: { Arn: x } }
`;

  it('are read with their provider', () => {
    const { functions, capacityProviders } = read({ 'serverless.yml': service });
    const [full, short, outside, wrong] = functions;
    expect(full).toMatchObject({
      memory: { value: 4096 }, conflicts: [], publishes: {},
      managedInstances: {
        at: { line: 18 }, capacityProvider: { value: 'main' }, memoryPerVcpu: { value: 4 }, maxConcurrency: { value: 16 }, minEnvironments: { value: 3 }, maxEnvironments: { value: 20 },
        provider: {
          name: 'main', architecture: { value: 'arm64' }, allowedTypes: { value: ['m7g.xlarge'] }, maxVcpus: { value: 48 }, subnets: { value: ['subnet-3'] }, operatorRole: { value: 'arn:aws:iam::1:role/operator' },
        },
      },
    });
    expect(short).toMatchObject({ memory: { value: 2048 }, managedInstances: { provider: { name: 'default', architecture: { value: 'arm64' }, subnets: { value: ['subnet-1', 'subnet-2'] } } } });
    expect(short!.memory!.from).toBeUndefined();
    expect(short!.publishes).toBeUndefined();
    expect(outside!.managedInstances).toMatchObject({ capacityProvider: { value: 'Pool.Arn' } });
    expect(outside!.managedInstances!.provider).toBeUndefined();
    expect(wrong!.managedInstances).toBeUndefined();
    expect(wrong!.conflicts.map(({ value }) => value)).toEqual(['vpc-config', 'foreign-settings']);
    expect(capacityProviders.map(({ name }) => name)).toEqual(['main']);
  });
});

describe('events of a Serverless service', () => {
  it('are triggers', () => {
    const fn = only(`${HEAD}functions:
  a:
    handler: a.b
    url: true
    events:
      - http: GET /orders
      - httpApi: '*'
      - websocket: $connect
      - schedule: rate(5 minutes)
      - schedule: { rate: [rate(1 day), cron(0 8 * * ? *)], enabled: false }
      - eventBridge: { schedule: rate(2 hours) }
      - eventBridge: { pattern: { source: [aws.ec2] } }
      - sqs: { arn: !GetAtt Jobs.Arn, batchSize: 10, functionResponseType: ReportBatchItemFailures }
      - sqs: arn:aws:sqs:eu-west-1:1:named
      - stream: { type: dynamodb, arn: !GetAtt Table.StreamArn, batchSize: 100, destinations: { onFailure: arn:aws:sqs:eu-west-1:1:dead } }
      - stream: arn:aws:kinesis:eu-west-1:1:stream/clicks
      - msk: { arn: a, topic: b }
      - kafka: { topic: b, bootstrapServers: [c] }
      - s3: photos
      - sns: topic
      - cloudwatchLog: /aws/x
      - iot: { sql: "SELECT * FROM 'a'" }
      - cognitoUserPool: { pool: Users, trigger: PreSignUp }
      - alexaSkill
      - alb: { listenerArn: a, priority: 1, conditions: { path: / } }
      - cloudFront: { eventType: viewer-request, origin: s3://a }
      - rabbitmq: { arn: a, queue: b }
      - somethingElse: 1
      - http:
        path: unindented
        method: get
resources:
  - Resources:
      Jobs: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 300, RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 } } }
  - Resources:
      Named: { Type: AWS::SQS::Queue, Properties: { QueueName: named, VisibilityTimeout: "\${self:custom.none, 60}" } }
`);
    expect(fn.triggers.map(({ kind }) => kind)).toEqual([
      'function-url', 'http', 'http', 'websocket', 'schedule', 'schedule', 'schedule', 'schedule', 'events', 'sqs', 'sqs', 'dynamodb', 'kinesis', 'kafka', 'kafka', 's3', 'sns', 'logs', 'iot', 'cognito',
      'alexa', 'load-balancer', 'edge', 'mq', 'other', 'http',
    ]);
    expect(fn.triggers.flatMap(({ schedule }) => schedule?.value ?? [])).toEqual(['rate(5 minutes)', 'rate(1 day)', 'cron(0 8 * * ? *)', 'rate(2 hours)']);
    expect(fn.triggers.filter(({ kind }) => kind === 'sqs')).toMatchObject([
      { batchSize: { value: 10 }, reportsItemFailures: true, visibilityTimeout: { value: 300 }, failureDestination: { value: 'Dead.Arn' } }, { reportsItemFailures: false, visibilityTimeout: { value: 60 } },
    ]);
    expect(fn.triggers.find(({ kind }) => kind === 'dynamodb')).toMatchObject({ batchSize: { value: 100 }, failureDestination: { value: 'arn:aws:sqs:eu-west-1:1:dead' } });
  });
});

describe('raw CloudFormation of a Serverless service', () => {
  const service = `${HEAD}
custom: { concurrency: 16 }
functions:
  hello-world: { handler: a.hello, memorySize: 4096 }
  listed: { handler: a.listed, capacityProvider: !GetAtt Pool.Arn }
resources:
  - Resources:
      Pool: { Type: AWS::Lambda::CapacityProvider, Properties: { InstanceRequirements: { Architectures: [arm64] }, VpcConfig: { SubnetIds: [subnet-1] } } }
      Raw: { Type: AWS::Lambda::Function, Properties: { Runtime: nodejs22.x, Handler: index.handler, MemorySize: "\${self:custom.memory, 512}", Code: { S3Bucket: b, S3Key: k } } }
      Table: { Type: AWS::DynamoDB::Table, Properties: {} }
      Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !GetAtt HelloDashworldLambdaFunction.Arn, EventSourceArn: !GetAtt Table.StreamArn, BatchSize: 25 } }
  - \${file(raw.yml)}
  - extensions:
      HelloDashworldLambdaFunction:
        Properties:
          CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: !GetAtt Pool.Arn, PerExecutionEnvironmentMaxConcurrency: "\${self:custom.concurrency}" } }
`;

  it('declares functions too, and says more of those of the service', () => {
    const { functions, capacityProviders } = read({ 'serverless.yml': service, 'raw.yml': 'Resources:\n  Other: { Type: AWS::Lambda::Function, Properties: { Runtime: nodejs22.x, Handler: a.b } }\n' });
    expect(functions.map(({ logicalId, format }) => [logicalId, format])).toEqual([['hello-world', 'Serverless Framework'], ['listed', 'Serverless Framework'], ['Raw', 'CloudFormation']]);
    expect(functions[0]).toMatchObject({
      managedInstances: { maxConcurrency: { value: 16 }, provider: { name: 'Pool', architecture: { value: 'arm64' } } }, triggers: [{ kind: 'dynamodb', name: 'Mapping', batchSize: { value: 25 } }],
    });
    expect(functions[1]).toMatchObject({ managedInstances: { provider: { name: 'Pool', subnets: { value: ['subnet-1'] } } } });
    expect(functions[2]).toMatchObject({ memory: { value: 512 } });
    expect(capacityProviders.map(({ name }) => name)).toEqual(['Pool']);
  });

  it('may be anything', () => {
    expect(() => read({ 'serverless.yml': 'provider: aws\nfunctions: { a: { handler: a.b } }\nresources: { Resources: { ALambdaFunction: 1, B: { Type: [] }, C: }, extensions: [1], Parameters: 3, Conditions: { A: [] } }\n' })).not.toThrow();
  });
});

describe('what is no service', () => {
  it.each([
    ['another cloud', 'provider: { name: google }\nfunctions: { a: { handler: http } }\n', [{ folder: '', name: 'google' }]],
    ['settings that several services share', 'custom: { a: 1 }\n', []],
    ['a template of another tool', 'Resources: { A: { Type: AWS::Serverless::Function } }\n', []],
  ])('is passed over: %s', (_, text, otherPlatforms) => {
    expect(read({ 'serverless.common.yml': text })).toEqual({ files: [], functions: [], capacityProviders: [], otherPlatforms, problems: [] });
  });

  it('is a problem when it was asked for, or cannot be read', () => {
    expect(read({ 'serverless.yml': 'custom: 1\n' }, true).problems).toMatchObject([{ file: 'serverless.yml', message: /no service/ }]);
    expect(read({ 'serverless.yml': 'functions: {\n' }).problems).toMatchObject([{ kind: 'syntax-error', file: 'serverless.yml' }]);
  });
});

describe('a hostile service', () => {
  const many = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join('\n');

  it.each([
    ['texts that double', `custom:\n${many(60, (i) => `  a${i}: "\${self:custom.a${i + 1}}\${self:custom.a${i + 1}}"`)}\n  a60: xxxxxxxxxx\nfunctions: { f: { handler: "\${self:custom.a0}" } }\n`],
    ['a long chain', `custom:\n${many(5000, (i) => `  a${i}: "\${self:custom.a${i + 1}}"`)}\nfunctions: { f: { handler: "\${self:custom.a0}" } }\n`],
    ['a service within itself', 'custom: { all: "${self:}" }\nfunctions: "${self:custom.all.custom.all.custom.all}"\n'],
    ['brackets without end', `functions: { f: { handler: "${'${self:a'.repeat(2000)}" } }\n`],
    ['brackets that are none', `functions: { f: { handler: "${'${a '.repeat(2000)}${'}'.repeat(2000)}" } }\n`],
    ['commas', `functions: { f: { handler: "\${opt:a${',opt:a'.repeat(2000)}}" } }\n`],
    ['names of built-in properties', 'functions: { constructor: { handler: "${self:__proto__.toString}", events: [{ constructor: 1 }] }, __proto__: { handler: "${param:constructor}" } }\n'],
    ['what is nothing', 'functions: { a: , b: [], c: 1, d: { handler: [], memorySize: {}, events: 1, environment: [], layers: 3, vpc: 1, image: [], capacityProvider: [] } }\n'],
  ])('does no harm: %s', (_, text) => {
    const before = performance.now();
    const { functions } = read({ 'serverless.yml': `provider: aws\n${text}` });
    expect(performance.now() - before).toBeLessThan(3000);
    for (const fn of functions) expect(fn.handler === undefined || fn.handler.value.length < 100_000).toBe(true);
  });

  it('has a bound on functions', () => {
    expect(read({ 'serverless.yml': `provider: aws\nfunctions:\n${many(700, (i) => `  f${i}: { handler: a.b }`)}\n` }).functions).toHaveLength(500);
  });
});

describe('the inventory of a Serverless service', () => {
  it('finds handlers from the folder of the service', async () => {
    const { functions } = await inventoryOf({
      'services/api/serverless.yml': `${HEAD}functions:\n  a: { handler: src/a.handler }\n  b: { handler: src/gone.handler }\n  c: { handler: src/a.c, runtime: rust }\n`,
      'services/api/src/a.ts': 'export const handler = async () => 1;\n',
      'services/api/src/other.ts': 'export const helper = () => 1;\n',
    });
    expect(functions.map(({ id, entries, notAnalysed }) => [id, entries.map(({ file, symbol }) => `${file}#${symbol}`), notAnalysed?.kind])).toEqual([
      ['services/api/serverless.yml#a', ['services/api/src/a.ts#handler'], undefined],
      ['services/api/serverless.yml#b', [], 'handler-not-found'],
      ['services/api/serverless.yml#c', [], 'unsupported-runtime'],
    ]);
    expect(functions[0]!.evidence[0]).toBe('Serverless Framework service services/api/serverless.yml (a)');
  });
});

describe('a Serverless service in code', () => {
  const config = `
import type { AWS } from '@serverless/typescript';
import functions from './src/functions';
const memory = 512;
const config: AWS = {
  service: 'orders',
  provider: { name: 'aws', runtime: 'nodejs22.x', memorySize: memory * 2, stage: "\${opt:stage, 'dev'}", vpc: { subnetIds: [{ Ref: 'Subnet' }] } },
  custom: { timeout: { dev: 20 } },
  functions,
};
`;
  const functions = `
import { handlerPath } from '../paths';
const timeout = '\${self:custom.timeout.\${sls:stage}}';
export const hello = { handler: \`\${handlerPath(__dirname)}/handler.main\`, timeout, events: [{ schedule: 'rate(1 day)' }] };
export const computed = { handler: process.env.HANDLER };
export default { hello, computed };
`;
  const paths = `export const handlerPath = (context: string) => \`\${context.split(process.cwd())[1].substring(1).replace(/\\\\/g, '/')}\`;
`;
  const files = { 'api/src/functions/index.ts': functions, 'api/src/paths.ts': paths, 'api/src/functions/handler.ts': 'export const main = async () => 1;\n' };

  it.each([
    ['serverless.ts', `${config}module.exports = config;\n`],
    ['serverless.ts', `${config}export default config;\n`],
    ['serverless.js', `${config.replace(': AWS', '')}module.exports = () => config;\n`],
  ])('is computed as far as that is certain: %s', async (name, text) => {
    const { functions: found } = await inventoryOf({ ...files, [`api/${name}`]: text });
    expect(found.map((fn) => [fn.name, fn.runtime?.value, fn.memory?.value, fn.timeout?.value, fn.entries.map(({ file, symbol }) => `${file}#${symbol}`).join(), fn.notAnalysed?.reason])).toEqual([
      ['computed', 'nodejs22.x', 1024, undefined, '', 'its handler is not known (handler: a value that the code computes)'],
      ['hello', 'nodejs22.x', 1024, 20, 'api/src/functions/handler.ts#main', undefined],
    ]);
    expect(found[1]).toMatchObject({ triggers: [{ kind: 'schedule' }], timeout: { from: { file: 'api/src/functions/index.ts', line: 4 } }, memory: { from: { file: `api/${name}`, line: 7 } } });
  });

  it.each([['export default { functions: 1, provider: 2 };'], ['module.exports = functions.provider;'], ['const provider = { provider: null }; provider.provider = provider; module.exports = { functions: provider, provider };'], ['functions provider {{{']])('does not stumble over %s', async (text) => {
    expect((await inventoryOf({ 'serverless.js': text })).functions.map(({ declaredAs, notAnalysed }) => [declaredAs, notAnalysed !== undefined]).filter(([, isNot]) => !isNot)).toEqual([]);
  });
});
