import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, reentrant } from './command-line.js';

const DECLARED = join(import.meta.dirname, '../../fixtures/declared-in');
const TEMPLATE = join(DECLARED, 'sam/template.yaml');
const USUAL = ['cost', '--requests', '100M', '--duration', '200ms'];

const CANDIDATE = `Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: .
      Handler: app.handler
      Runtime: python3.13
      MemorySize: 1024
      Events: { Api: { Type: HttpApi } }
`;

/** The part of the JSON report that is looked at here. */
interface Told {
  readonly advice: Readonly<Record<'memory' | 'memoryPerVcpu' | 'maxConcurrency', { readonly value: number }>>;
  readonly fit: { readonly reasons: readonly { readonly what: string }[] };
}

describe('reentrant cost', () => {
  it('says what both cost, from where on it pays, and draws it', async () => {
    const { code, stdout, stderr } = await reentrant([...USUAL, '--memory', '2048', '--instance', 'm7g.xlarge', '--architecture', 'arm64', '--instance-hours', '2000', '--discount-3y', '72%', '--no-color']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('$160.36  Savings Plan, three years: requests $20.00 + instances $91.40 + fee $48.96');
    expect(stdout).toContain('3 × m7g.xlarge cost $411.02 a month');
    expect(stdout).toMatch(/pays from [\d.]+ M requests a\s+month/);
    expect(stdout).toMatch(/standard Lambda +\$553\.34 {2}█+\n/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('takes memory, architecture, settings and machines of a function from its template', async () => {
    const { code, stdout } = await reentrant([...USUAL, '--template', TEMPLATE, '--function', 'thumbnails', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      settings: 'own', question: { standard: { architecture: 'arm64', memory: 1024 }, managed: { memory: 8192, memoryPerVcpu: 4, maxConcurrency: 8, minEnvironments: 3 } },
      environment: { memory: 8192, vcpus: 2, concurrency: 8 }, fleet: { type: { name: 'm7g.xlarge' } },
    });
  });

  it.each(['sam/template.yaml', 'terraform/main.tf', 'serverless/serverless.yml', 'cdk-output/cdk.out/Orders.template.json'])('reads %s', async (template) => {
    const { stdout } = await reentrant([...USUAL, '--template', join(DECLARED, template), '--function', 'thumbnails', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ settings: 'own', environment: { memory: 8192, vcpus: 2, concurrency: 8 } });
  });

  it('reckons a candidate with the settings that an audit advises, and names the amount that the audit names', async () => {
    const cwd = folderWith({ 'template.yaml': CANDIDATE, 'app.py': 'import boto3\ntable = boto3.resource("dynamodb").Table("t")\n\ndef handler(event, context):\n    return table.get_item(Key={"id": event["id"]})\n' });
    const { functions: [candidate] } = JSON.parse((await reentrant(['audit', '--no-config', '--format', 'json'], { cwd })).stdout) as { readonly functions: readonly Told[] };
    const { advice: { memory, memoryPerVcpu, maxConcurrency }, fit } = candidate!;
    const { stdout } = await reentrant(['cost', '--requests', '1M', '--duration', '1s', '--template', 'template.yaml', '--format', 'json'], { cwd });
    const cost = JSON.parse(stdout) as { readonly breakEven: Readonly<Record<string, number>> };
    expect(cost).toMatchObject({ settings: 'advised', memoryBasis: 'set', question: { workload: 'io-bound', managed: { memory: memory.value, memoryPerVcpu: memoryPerVcpu.value, maxConcurrency: maxConcurrency.value } } });
    expect(memory.value).toBe(4096);
    expect(fit.reasons[0]?.what).toContain(`${Number((cost.breakEven['on-demand']! / 1e6).toPrecision(2))} million requests of 1 s`);
  });

  it('says which memory it reckons with where nothing says it', async () => {
    const cwd = folderWith({ 'template.yaml': CANDIDATE.replace('MemorySize: 1024', ''), 'app.py': 'def handler(event, context):\n    return event\n' });
    expect((await reentrant([...USUAL, '--template', 'template.yaml'], { cwd })).stdout).toContain('128 MB a request: the default, since nothing says its memory');
    expect((await reentrant([...USUAL, '--template', 'template.yaml', '--memory', '512'], { cwd })).stdout).not.toContain('MB a request:');
  });

  it.each([
    [['cost'], '--requests is needed'],
    [['cost', '--requests', '1M'], '--duration is needed'],
    [USUAL, '--memory is needed'],
    [['cost', '--requests', 'many', '--duration', '1s', '--memory', '512'], '--requests takes a number'],
    [['cost', '--requests', '1M', '--duration', '200', '--memory', '512'], '--duration takes a time'],
    [['cost', '--requests', '1M', '--duration', '0ms', '--memory', '512'], '--duration must be more than 0'],
    [[...USUAL, '--memory', '512', '--discount-3y', '100'], '--discount-3y takes a percentage'],
    [[...USUAL, '--memory', '512', '--instance', 't3.micro'], 'No price is known of t3.micro'],
    [[...USUAL, '--memory', '512', '--peak', '0.5'], '--peak takes a factor'],
    [[...USUAL, '--template', TEMPLATE], 'declares several functions'],
    [[...USUAL, '--template', TEMPLATE, '--function', 'Nobody'], 'There is no function Nobody'],
  ])('%j is a mistake that says what helps', async (args, message) => {
    const { code, stdout, stderr } = await reentrant(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
