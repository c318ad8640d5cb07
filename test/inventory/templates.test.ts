import { describe, expect, it } from 'vitest';
import type { DeclaredFunction } from '../../src/inventory/templates/declared-function.js';
import { readTemplate } from '../../src/inventory/templates/cloudformation/read-template.js';

function only(text: string, file = 'template.yaml'): DeclaredFunction {
  const { functions, problems } = readTemplate(file, text);
  expect(problems).toEqual([]);
  expect(functions).toHaveLength(1);
  return functions![0]!;
}

describe('a SAM template', () => {
  const template = `
Transform: AWS::Serverless-2016-10-31
Parameters:
  Size: { Type: Number, Default: 4096 }
  Stage: { Type: String }
Conditions:
  IsSmall: !Equals [!Ref Size, '128']
Mappings:
  Architectures: { prod: { cpu: arm64 } }
Globals:
  Function:
    Runtime: nodejs22.x
    Timeout: 30
    Environment: { Variables: { TABLE: !Ref Table, LEVEL: info } }
    Layers: [arn:aws:lambda:eu-west-1:1:layer:base:1]
    CapacityProviderConfig: { PerExecutionEnvironmentMaxConcurrency: 64 }
Resources:
  Table: { Type: AWS::DynamoDB::Table }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: !Sub orders-\${AWS::Region}
      CodeUri: src/
      Handler: !Join ['.', [orders, handler]]
      MemorySize: !Ref Size
      Timeout: !If [IsSmall, 3, 60]
      Architectures: [!FindInMap [Architectures, prod, cpu]]
      Environment: { Variables: { LEVEL: debug, STAGE: !Ref Stage } }
      Layers:
        - !Sub 'arn:aws:lambda:\${AWS::Region}:753240598075:layer:LambdaAdapterLayerX86:24'
      CapacityProviderConfig: { Arn: !GetAtt Pool.Arn, ExecutionEnvironmentMemoryGiBPerVCpu: 2 }
      FunctionScalingConfig: { MinExecutionEnvironments: 3, MaxExecutionEnvironments: 20 }
      VpcConfig: { SubnetIds: [a] }
`;

  it('merges Globals, resolves parameters, conditions and mappings', () => {
    const fn = only(template);
    expect(fn).toMatchObject({
      logicalId: 'Orders', name: 'Orders', code: { kind: 'local', path: 'src/' },
      runtime: { value: 'nodejs22.x' }, handler: { value: 'orders.handler' }, memory: { value: 4096 }, timeout: { value: 60 }, architecture: { value: 'arm64' },
      managedInstances: {
        capacityProvider: { value: 'Pool.Arn' }, memoryPerVcpu: { value: 2 }, maxConcurrency: { value: 64 }, minEnvironments: { value: 3 }, maxEnvironments: { value: 20 },
      },
    });
    expect(fn.layers.map((layer) => layer.value)).toEqual([
      'arn:aws:lambda:eu-west-1:1:layer:base:1', 'arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerX86:24',
    ]);
    expect(fn.conflicts.map((conflict) => conflict.value)).toEqual(['vpc-config']);
  });

  it('keeps what is only known at deployment as unknown, with the reason', () => {
    const fn = only(template);
    expect([...fn.environment].map(([name, { value }]) => [name, value])).toEqual([['LEVEL', 'debug'], ['STAGE', undefined], ['TABLE', undefined]]);
    expect(fn.unknown).toEqual(['FunctionName: text that contains the pseudo parameter AWS::Region']);
  });

  it('says where each value stands', () => {
    const fn = only(template);
    expect(fn.runtime?.from).toEqual({ file: 'template.yaml', line: 12, column: 14, endLine: 12, endColumn: 24 });
    expect(fn.handler?.from?.line).toBe(24);
    expect(fn.at.line).toBe(20);
  });
});

describe('a CloudFormation template', () => {
  const resource = {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Runtime: 'java21', Handler: 'example.App::handleRequest', MemorySize: '8192', EphemeralStorage: { Size: 1024 },
      Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'k.zip' }, SnapStart: { ApplyOn: 'PublishedVersions' }, LoggingConfig: { LogFormat: 'Text' },
      CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: { 'Fn::GetAtt': ['Pool', 'Arn'] }, PerExecutionEnvironmentMaxConcurrency: 16 } },
    },
  };

  it('is read as JSON, tabs included', () => {
    const fn = only(JSON.stringify({ Resources: { Resize: resource } }, null, '\t'), 'stack.template.json');
    expect(fn).toMatchObject({
      format: 'CloudFormation', runtime: { value: 'java21' }, memory: { value: 8192 }, ephemeralStorage: { value: 1024 }, code: { kind: 'elsewhere' },
      managedInstances: { capacityProvider: { value: 'Pool.Arn' }, maxConcurrency: { value: 16 } },
    });
    expect(fn.conflicts.map((conflict) => conflict.value)).toEqual(['snap-start', 'text-logs']);
    expect(fn.runtime?.from).toMatchObject({ line: 6, column: 16 });
  });

  it('follows the asset metadata of synthesized stacks', () => {
    const metadata = { 'aws:asset:path': 'asset.0abc', 'aws:asset:property': 'Code' };
    expect(only(JSON.stringify({ Resources: { Fn: { ...resource, Metadata: metadata } } })).code).toEqual({ kind: 'local', path: 'asset.0abc' });
  });
});

describe('YAML as people write it', () => {
  it('accepts anchors, merge keys and brackets closed at the margin', () => {
    const fn = only(`
Shared: &shared { Runtime: python3.13, MemorySize: 512 }
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      <<: *shared
      MemorySize: 1024
      Handler: app.handler
      Policies: [
      !Sub "arn:\${AWS::Partition}:x", # a comment
      !Select [0, !Split [-, "b"]]
      ]
      Timeout: 9
`);
    expect(fn).toMatchObject({ runtime: { value: 'python3.13' }, memory: { value: 1024 }, timeout: { value: 9 } });
    expect(fn.timeout?.from?.line).toBe(14);
  });

  it('names the line of what is no YAML', () => {
    const { functions, problems } = readTemplate('template.yaml', 'Resources:\n  A: 1\n B: [\n');
    expect(functions).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'syntax-error', file: 'template.yaml', line: 3 }]);
  });

  it('has nothing to say about other files', () => {
    expect(readTemplate('a.yaml', 'kind: Service\n---\nkind: Other\n')).toEqual({ capacityProviders: [], problems: [] });
  });

  it('writes loops over resources out, with the places of the loop', () => {
    const { functions, problems } = readTemplate('t.yaml', `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Parameters:
  Services: { Type: CommaDelimitedList, Default: 'orders, users' }
Mappings:
  Memory: { orders: { Size: 512 }, users: { Size: 1024 } }
  Regions: { all: { Names: [eu, us-1] } }
Conditions:
  Fn::ForEach::Big:
    - Name
    - [orders, users]
    - Is\${Name}Big: !Equals [!Ref Name, users]
Resources:
  Fn::ForEach::Services:
    - Name
    - !Ref Services
    - \${Name}Function:
        Type: AWS::Serverless::Function
        Properties:
          FunctionName: !Sub 'api-\${Name}'
          CodeUri: ./services/\${Name}
          MemorySize: !FindInMap [Memory, !Ref Name, Size]
          Timeout: !If ['Is\${Name}Big', 30, 3]
          Handler: index.\${Other}
      Fn::ForEach::Regions:
        - Region
        - !FindInMap [Regions, all, Names]
        - \${Name}Queue&{Region}: { Type: AWS::SQS::Queue }
          \${Name}Worker&{Region}: { Type: AWS::Lambda::Function, Properties: { FunctionName: !Join ['-', [!Ref Name, !Ref Region]] } }
`);
    expect(problems).toEqual([]);
    expect(functions?.map(({ logicalId, name, code, memory, timeout, handler }) => [logicalId, name, code.kind === 'local' ? code.path : '', memory?.value, timeout?.value, handler?.value])).toEqual([
      ['ordersFunction', 'api-orders', './services/orders', 512, 3, 'index.${Other}'],
      ['ordersWorkereu', 'orders-eu', '', undefined, undefined, undefined], ['ordersWorkerus1', 'orders-us-1', '', undefined, undefined, undefined],
      ['usersFunction', 'api-users', './services/users', 1024, 30, 'index.${Other}'],
      ['usersWorkereu', 'users-eu', '', undefined, undefined, undefined], ['usersWorkerus1', 'users-us-1', '', undefined, undefined, undefined],
    ]);
    expect(functions?.[0]).toMatchObject({ at: { line: 17 }, timeout: { from: { line: 22 } } });
  });

  it('names loops over collections that are not known, or too large', () => {
    const loop = (collection: string, body = 'Fn${Name}: { Type: AWS::Serverless::Function }'): string => `Parameters: { P: { Type: CommaDelimitedList } }\nResources:\n  Fn::ForEach::Topics:\n    - Name\n    - ${collection}\n    - ${body}\n`;
    const many = `[${Array.from({ length: 60 }, (_, i) => `a${i}`).join(', ')}]`;
    for (const text of [loop('!Ref P'), loop('!Split [",", a]'), loop('[a, !Ref Bucket]'), loop('a'), loop('[a]', 'text'), 'Resources:\n\n\n  Fn::ForEach::Topics: {}\n', loop(`[${'a, '.repeat(3000)}a]`)]) {
      expect(readTemplate('t.yaml', text)).toMatchObject({ functions: [], problems: [{ kind: 'unsupported-construct', line: 4 }] });
    }
    const nested = loop(many, `{ 'Fn::ForEach::B': [B, ${many}, { 'Fn::ForEach::C': [C, ${many}, { 'F\${Name}\${B}\${C}': { Type: AWS::Serverless::Function } }] }] }`);
    expect(readTemplate('t.yaml', nested).functions?.length).toBeLessThan(2000);
    expect(readTemplate('t.yaml', nested).problems.length).toBeGreaterThan(0);
    expect(readTemplate('self.yaml', 'Resources: &r { Fn::ForEach::A: [A, [x, y], *r] }').functions).toEqual([]);
  });

  it('ends on templates that are made to have no end', () => {
    const levels = Array.from({ length: 60 }, (_, i) => `L${i + 1}: &l${i + 1} !Join ['', [*l${i}, *l${i}]]`).join('\n');
    const bomb = `L0: &l0 xxxxxxxxxx\n${levels}\nResources: { Fn: { Type: AWS::Serverless::Function, Properties: { Handler: *l60 } } }`;
    expect(only(bomb).handler).toBeUndefined();
    for (const opening of ['[', '{a: ', '- ', '? ']) expect(readTemplate('deep.yaml', opening.repeat(100_000)).problems).toMatchObject([{ line: 1 }]);
    expect(readTemplate('self.yaml', 'a: &a [*a]\nResources: &r { Fn: *r, Type: x }').problems).toEqual([]);
    expect(readTemplate('margin.yaml', `a: [\n${'[\n'.repeat(300)}`).problems).toHaveLength(1);
  });
});

describe('what belongs to a function besides its resource', () => {
  const template = `
Resources:
  Pool:
    Type: AWS::Lambda::CapacityProvider
    Properties: { CapacityProviderScalingConfig: { MaxVCpuCount: 24 }, InstanceRequirements: { ExcludedInstanceTypes: [m5.large] }, VpcConfig: { SubnetIds: !Ref Subnets } }
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      FileSystemConfigs: [{ Arn: a, LocalMountPath: /mnt/a }]
      AcceleratorConfig: { AcceleratorMemorySize: 6 }
      CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: !GetAtt Pool.Arn } }
  Version: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Orders, ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 } } }
  Live: { Type: AWS::Lambda::Alias, Properties: { Name: live, FunctionName: !Ref Orders, FunctionVersion: !GetAtt Version.Version } }
  Failing: { Type: AWS::Lambda::EventInvokeConfig, Properties: { FunctionName: !Ref Orders, Qualifier: live, DestinationConfig: { OnFailure: { Destination: !GetAtt Dead.Arn } } } }
  Dead: { Type: AWS::SQS::Queue }
  Socket: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }
  SocketCall: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !Ref Socket, IntegrationUri: !Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations' } }
  Stream: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Live, EventSourceArn: 'arn:aws:kinesis:eu-west-1:1:stream/s', BatchSize: 100 } }
  Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: !Ref Live } }
  Bus: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !GetAtt Orders.Arn, Principal: events.amazonaws.com } }
  Other: { Type: AWS::Lambda::Function, Properties: { Handler: other.handler } }
`;

  it('comes from the resources that refer to it, through versions and aliases', () => {
    const { functions, capacityProviders } = readTemplate('template.yaml', template);
    const [orders, other] = functions ?? [];
    expect(orders?.triggers.map(({ kind }) => kind)).toEqual(['websocket', 'kinesis', 'function-url', 'events']);
    expect(orders?.triggers[1]).toMatchObject({ batchSize: { value: 100 }, reportsItemFailures: false });
    expect(orders).toMatchObject({ publishes: { value: 'Version' }, failureDestination: { value: 'Dead.Arn' }, acceleratorMemory: { value: 6 } });
    expect(orders?.conflicts.map(({ value }) => value)).toEqual(['file-system', 'provisioned-concurrency']);
    expect(orders?.managedInstances?.provider).toMatchObject({ name: 'Pool', maxVcpus: { value: 24 }, excludedTypes: { value: ['m5.large'] }, subnets: { value: ['Subnets'] } });
    expect(other).toMatchObject({ triggers: [], publishes: undefined, failureDestination: undefined, conflicts: [] });
    expect(capacityProviders.map(({ name }) => name)).toEqual(['Pool']);
  });

  it('tells settings that are written as another language writes them', () => {
    const nested = `
Resources:
  A:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: x } } }
  B:
    Type: AWS::Lambda::Function
    Properties: { Handler: a.b, CapacityProviderConfig: { Arn: x } }
`;
    const { functions } = readTemplate('template.yaml', nested);
    expect(functions?.map(({ conflicts }) => conflicts.map(({ value, from }) => [value, from?.line]))).toEqual([[['foreign-settings', 5]], [['foreign-settings', 8]]]);
  });
});
