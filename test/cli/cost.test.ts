import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reentrant } from './command-line.js';

const TEMPLATE = join(import.meta.dirname, '../../fixtures/declared-in/sam/template.yaml');
const USUAL = ['cost', '--requests', '100M', '--duration', '200ms'];

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
      question: { standard: { architecture: 'arm64', memory: 8192 }, managed: { memory: 8192, memoryPerVcpu: 4, maxConcurrency: 8, minEnvironments: 3 } },
      environment: { memory: 8192, vcpus: 2, concurrency: 8 }, fleet: { type: { name: 'm7g.xlarge' } },
    });
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
