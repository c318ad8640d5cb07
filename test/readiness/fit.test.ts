import { describe, expect, it, test } from 'vitest';
import type { LambdaFunction, Trigger } from '../../src/inventory/index.js';
import { adviseOn } from '../../src/readiness/advice/advise.js';
import { fitOf } from '../../src/readiness/fit.js';
import { runsPerMonth } from '../../src/readiness/schedule.js';
import { functionIn } from './function-example.js';

function calledBy(triggers: readonly Trigger[], more: Partial<LambdaFunction> = {}, libraries: readonly string[] = []) {
  return fitOf(functionIn('node', { triggers, ...more }), libraries);
}

const AT = { file: 'template.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
const daily: Trigger = { kind: 'schedule', name: 'Daily', schedule: { value: 'rate(1 day)' } };

describe('where a function belongs', () => {
  it('standard Lambda, when only a rare schedule calls it', () => {
    const { verdict, reasons } = calledBy([daily], { memory: { value: 1024 }, timeout: { value: 120 } });
    expect(verdict).toBe('standard-lambda');
    // 30.4 runs of 120 s with 1 GB: 3,650 GB-seconds.
    expect(reasons[0]?.what).toContain('30 times a month: at most $0.06 on standard Lambda');
  });

  it('not because of a schedule, when something else calls it too, or nobody can tell how often', () => {
    expect(calledBy([daily, { kind: 'http', name: 'Api' }]).verdict).toBe('depends-on-traffic');
    expect(calledBy([{ kind: 'schedule', name: 'Unknown' }]).verdict).toBe('depends-on-traffic');
    expect(calledBy([]).verdict).toBe('depends-on-traffic');
  });

  it('not because of a schedule, when its runs may cost more than environments that wait', () => {
    expect(calledBy([{ ...daily, schedule: { value: 'rate(1 minute)' } }], { memory: { value: 10_240 }, timeout: { value: 900 } }).verdict).toBe('depends-on-traffic');
  });

  it('standard Lambda, when its event source is none of managed instances', () => {
    expect(calledBy([{ kind: 'mq', name: 'Broker' }, { kind: 'http', name: 'Api' }]).verdict).toBe('standard-lambda');
    expect(calledBy([{ kind: 'edge', name: 'Distribution' }]).verdict).toBe('standard-lambda');
  });

  it('standard Lambda, when managed instances do not run its runtime', () => {
    expect(calledBy([], { runtime: { value: 'ruby3.4' } }).verdict).toBe('standard-lambda');
    expect(calledBy([], { runtime: { value: 'provided.al2023' } }).verdict).toBe('depends-on-traffic');
  });

  it('a container service, when its web server keeps connections open', () => {
    expect(calledBy([], { webAdapter: 'lambda-web-adapter' }, ['express', 'socket.io']).verdict).toBe('container-service');
    expect(calledBy([], {}, ['ws']).verdict).toBe('depends-on-traffic');
    expect(calledBy([{ kind: 'websocket', name: 'Api' }], {}, []).verdict).toBe('depends-on-traffic');
  });

  it('a container service, when its image starts several programs', () => {
    const { verdict, reasons } = calledBy([], { startsSeveral: { value: '`supervisord` in `CMD`', from: AT } });
    expect([verdict, reasons[0]?.at]).toEqual(['container-service', AT]);
  });

  it('managed instances, when it pays for provisioned concurrency today', () => {
    expect(calledBy([{ kind: 'http', name: 'Api' }], { conflicts: [{ value: 'provisioned-concurrency' }] }).verdict).toBe('managed-instances');
  });

  it('else the traffic decides, and the amount is told', () => {
    const { reasons } = calledBy([{ kind: 'http', name: 'Api' }], { memory: { value: 1024 }, architecture: { value: 'arm64' } });
    expect(reasons[0]?.what).toMatch(/pay from about [\d.]+ million requests of 100 ms or [\d.]+ million requests of 1 s a month, against standard Lambda with 1024 MB a request \(as it is set\)\.$/);
  });
});

describe('from how much traffic managed instances pay', () => {
  const what = (more: Partial<LambdaFunction>): string => fitOf(functionIn('node', more), []).reasons[0]!.what;

  it('is reckoned with the settings of a function that has some', () => {
    const set = (maxConcurrency: number): string => what({ memory: { value: 8192 }, managedInstances: { memoryPerVcpu: { value: 4 }, maxConcurrency: { value: maxConcurrency } } });
    expect(set(4)).toContain('with 2048 MB a request (its share of an environment)');
    expect(set(8)).not.toBe(set(4));
  });

  it('is reckoned with what the code of a function on managed instances would need alone, where its share is less', () => {
    const fn = functionIn('java', { managedInstances: {} });
    const advice = adviseOn(fn, { language: 'java', evidence: [], libraries: [] });
    expect(fitOf(fn, [], advice).reasons[0]?.what).toContain('with 528 MB a request (an estimate of what it would need there)');
  });

  it('is reckoned on machines of the capacity provider', () => {
    const on = (allowed: readonly string[]): string =>
      what({ memory: { value: 2048 }, managedInstances: { maxConcurrency: { value: 2 }, provider: { name: 'Pool', at: AT, unknown: [], allowedTypes: { value: allowed } } } });
    expect(on(['m7i.8xlarge'])).not.toBe(on(['m7i.large']));
    expect(on(['t3.micro'])).toContain('no price is known of machines that its capacity provider allows');
  });
});

test.each([
  ['rate(1 hour)', 730], ['rate(5 minutes)', 8760], ['rate(7 days)', 43_800 / 10_080], ['at(2026-12-24T20:00:00)', 1],
  ['cron(0 8 * * ? *)', 30.4], ['cron(0/15 * * * ? *)', 4 * 24 * 30.4], ['cron(0 8,20 ? * MON-FRI *)', 2 * 5 * 30.4 / 7], ['cron(0 0 1 * ? *)', 1], ['cron(30 9 ? * 2#1 *)', 1],
  ['cron(0 0 1 1,7 ? *)', 2 / 12], ['cron(0 22-6/2 * * ? *)', 5 * 30.4], ['cron(5/15 * * * ? *)', 4 * 24 * 30.4],
  ['cron(0 8 * *)', undefined], ['rate(0 days)', undefined], ['rate(5 fortnights)', undefined], ['whenever', undefined], ['cron(x y z a b c)', undefined],
])('%s runs %s times a month', (expression, times) => {
  const runs = runsPerMonth(expression);
  if (times === undefined) expect(runs).toBeUndefined();
  else expect(runs).toBeCloseTo(times, 6);
});
