import { describe, expect, it } from 'vitest';
import { compareCost, type CostQuestion } from '../../../src/readiness/cost/comparison.js';
import { INSTANCE_TYPES, typesFor, type InstanceType } from '../../../src/readiness/cost/instance-types.js';
import { cheapestFleet, environmentsOn, fleetHours, managedCost } from '../../../src/readiness/cost/managed-instances.js';
import { durationCost, standardCost } from '../../../src/readiness/cost/standard-lambda.js';
import { randomFrom } from '../random.js';

function instance(name: string): InstanceType {
  const type = INSTANCE_TYPES.find((one) => one.name === name);
  if (!type) throw new Error(`no price of ${name}`);
  return type;
}

/** As it is printed. */
function cents(amount: number): string {
  return amount.toFixed(2);
}

const ONE_VCPU = { memory: 2048, vcpus: 1, concurrency: 4 };

describe('figures that AWS or others have published', () => {
  it('AWS\'s example: 100 M requests, 2,000 hours of m7g.xlarge, 72 % off', () => {
    const cost = managedCost(100e6, instance('m7g.xlarge'), 2000, 'three-year', { 'on-demand': 0, 'one-year': 0.32, 'three-year': 0.72 });
    expect(Object.values(cost).map(cents)).toEqual(['20.00', '91.40', '48.96', '160.36']);
  });

  it('the floor of three environments in three zones on m7g.xlarge', () => {
    const fleet = cheapestFleet({ requests: 0, seconds: 0.2 }, { environment: ONE_VCPU, types: [instance('m7g.xlarge')], minEnvironments: 3, peak: 1 });
    expect(fleet).toMatchObject({ environments: 3, instances: 3 });
    const cost = managedCost(0, instance('m7g.xlarge'), fleetHours(fleet!), 'on-demand');
    expect([cents(cost.instances), cents(cost.total)]).toEqual(['357.41', '411.02']);
  });

  it('one c7g.xlarge for a month', () => {
    const { instances, fee, total } = managedCost(0, instance('c7g.xlarge'), 730, 'on-demand');
    expect([cents(instances), cents(fee), cents(total)]).toEqual(['105.85', '15.88', '121.73']);
  });

  it('three m6g.large, the cheapest that arm64 allows', () => {
    const fleet = cheapestFleet({ requests: 0, seconds: 0.2 }, { environment: ONE_VCPU, types: typesFor('arm64', {}), minEnvironments: 3, peak: 1 });
    expect(fleet?.type.name).toBe('m6g.large');
    expect(managedCost(0, fleet!.type, fleetHours(fleet!), 'on-demand').total).toBeCloseTo(190, -1);
  });

  it('standard Lambda: 10 M requests of 200 ms with 512 MB', () => {
    const { requests, duration, total } = standardCost({ requests: 10e6, seconds: 0.2 }, { architecture: 'x86_64', memory: 512 });
    expect([cents(requests), cents(duration), cents(total)]).toEqual(['2.00', '16.67', '18.67']);
  });

  it('but not the $5 to $14 that are claimed for the same load on managed instances', () => {
    const { managed, floor } = compareCost(question({ requests: 10e6, memory: 512 }))!;
    expect(managed['three-year'].total).toBeGreaterThan(80);
    expect(floor.total).toBeGreaterThan(180);
  });

  it('the prices of AWS\'s calculator', () => {
    const hourly = Object.fromEntries(['c7g.xlarge', 'c7g.2xlarge', 'c7g.4xlarge', 'm7g.xlarge', 'm7g.2xlarge', 'm7g.4xlarge'].map((name) => [name, instance(name).hourly]));
    expect(hourly).toEqual({ 'c7g.xlarge': 0.145, 'c7g.2xlarge': 0.29, 'c7g.4xlarge': 0.58, 'm7g.xlarge': 0.1632, 'm7g.2xlarge': 0.3264, 'm7g.4xlarge': 0.6528 });
  });
});

describe('standard Lambda', () => {
  it('is billed tier by tier', () => {
    expect(durationCost(6e9, 'x86_64')).toBeCloseTo(6e9 * 0.0000166667, 4);
    expect(durationCost(20e9, 'x86_64')).toBeCloseTo(6e9 * 0.0000166667 + 9e9 * 0.000015 + 5e9 * 0.0000133334, 4);
    expect(durationCost(7.5e9, 'arm64')).toBeCloseTo(7.5e9 * 0.0000133334, 4);
    expect(durationCost(0, 'arm64')).toBe(0);
  });

  it('has a free tier only when it is asked for', () => {
    expect(standardCost({ requests: 1e6, seconds: 0.4 }, { architecture: 'x86_64', memory: 1024 }, true).total).toBe(0);
    expect(standardCost({ requests: 1e6, seconds: 0.4 }, { architecture: 'x86_64', memory: 1024 }).total).toBeGreaterThan(6);
  });

  it('takes a Savings Plan off the duration, not off the requests', () => {
    const { requests, duration, withSavingsPlan } = standardCost({ requests: 1e6, seconds: 1 }, { architecture: 'arm64', memory: 1024 });
    expect(withSavingsPlan).toBeCloseTo(requests + 0.88 * duration, 10);
  });
});

describe('machines', () => {
  it('keep a vCPU and a gigabyte for themselves', () => {
    expect(environmentsOn(instance('m7g.large'), ONE_VCPU)).toBe(1);
    expect(environmentsOn(instance('m7g.xlarge'), ONE_VCPU)).toBe(3);
    expect(environmentsOn(instance('c7g.xlarge'), { memory: 4096, vcpus: 1, concurrency: 1 })).toBe(1);
    expect(environmentsOn(instance('m7g.large'), { memory: 8192, vcpus: 1, concurrency: 1 })).toBe(0);
  });

  it('are those that the provider allows', () => {
    expect(typesFor('arm64', { allowed: ['m7g.*'] }).every(({ name }) => name.startsWith('m7g.'))).toBe(true);
    expect(typesFor('x86_64', { allowed: ['m7g.large'] })).toEqual([]);
    expect(typesFor('arm64', { excluded: ['m6g.large'] }).map(({ name }) => name)).not.toContain('m6g.large');
    expect(typesFor('arm64', {}).map(({ name }) => name)).not.toContain('c7g.large');
  });
});

function question(more: { readonly requests?: number; readonly seconds?: number; readonly memory?: number; readonly peak?: number; readonly workload?: CostQuestion['workload'] }): CostQuestion {
  return {
    traffic: { requests: more.requests ?? 100e6, seconds: more.seconds ?? 0.2 }, standard: { architecture: 'arm64', memory: more.memory ?? 1024 },
    managed: {}, workload: more.workload ?? 'mixed', types: typesFor('arm64', {}), peak: more.peak ?? 1, freeTier: false,
  };
}

describe('a comparison', () => {
  const { below, pick } = randomFrom(20261122);
  const next = (): number => below(1e9) / 1e9;
  const questions = Array.from({ length: 200 }, () => question({
    requests: Math.round(10 ** (4 + next() * 6)), seconds: 10 ** (-2 + next() * 3), memory: pick([128, 512, 1024, 2048, 4096, 10_240]), peak: 1 + next() * 4,
    workload: pick(['io-bound', 'mixed', 'cpu-bound'] as const),
  }));

  it('finds the first amount of traffic at which managed instances are no dearer', () => {
    const known = questions.slice(0, 90).flatMap((asked) => { const from = compareCost(asked)?.breakEven['on-demand']; return from === undefined ? [] : [{ asked, from }]; });
    expect(known.length).toBeGreaterThan(20);
    for (const { asked, from } of known) {
      const at = (requests: number): number => { const { standard, managed } = compareCost({ ...asked, traffic: { ...asked.traffic, requests } })!; return standard.total - managed['on-demand'].total; };
      expect(at(from)).toBeGreaterThanOrEqual(-1e-6);
      expect(at(from - 1)).toBeLessThan(1e-6);
    }
  });

  it('never costs less for more requests, and never less than its floor', () => {
    for (const asked of questions) {
      const [here, more] = [compareCost(asked)!, compareCost({ ...asked, traffic: { ...asked.traffic, requests: asked.traffic.requests * 2 } })!];
      expect(more.managed['on-demand'].total).toBeGreaterThanOrEqual(here.managed['on-demand'].total);
      expect(here.managed['on-demand'].total).toBeGreaterThanOrEqual(here.floor.total - 1e-6);
    }
  });

  it('has an environment that AWS accepts', () => {
    for (const asked of questions) {
      const { memory, vcpus, concurrency } = compareCost(asked)!.environment;
      expect([2, 4, 8]).toContain(memory / 1024 / vcpus);
      expect(memory).toBeGreaterThanOrEqual(2048);
      expect(memory).toBeLessThanOrEqual(32_768);
      expect(concurrency).toBeGreaterThanOrEqual(1);
      expect(concurrency).toBeLessThanOrEqual(64 * vcpus);
    }
  });

  it('takes the settings that are there', () => {
    const { environment, fleet } = compareCost({ ...question({}), managed: { memory: 4096, memoryPerVcpu: 4, maxConcurrency: 2, minEnvironments: 12 } })!;
    expect(environment).toEqual({ memory: 4096, vcpus: 1, concurrency: 2 });
    expect(fleet.environments).toBeGreaterThanOrEqual(12);
  });

  it('is none when no machine is large enough', () => {
    expect(compareCost({ ...question({}), managed: { memory: 32_768, memoryPerVcpu: 8 }, types: [instance('m7g.large')] })).toBeUndefined();
  });
});
