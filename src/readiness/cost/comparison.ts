/** Standard Lambda against managed instances for one function and its traffic. */
import { LIMITS, type Ratio } from '../../runtimes/platform.js';
import { breakEven } from './break-even.js';
import type { InstanceType } from './instance-types.js';
import { cheapestFleet, fleetHours, managedCost, type EnvironmentSize, type Fleet, type FleetRequest, type ManagedCost } from './managed-instances.js';
import { DISCOUNTS, type Commitment } from './prices.js';
import { standardCost, type StandardCost, type StandardFunction, type Traffic } from './standard-lambda.js';

/** Part of a vCPU's time that one request takes while it runs, as AWS's calculator reckons: waiting code an eighth, computing code half. */
const BUSY_SHARE = { 'io-bound': 0.125, 'mixed': 0.25, 'cpu-bound': 0.5 } as const;
export type CostWorkload = keyof typeof BUSY_SHARE;

/** Settings for managed instances, as far as they are known. */
export interface ManagedSettings {
  readonly memory?: number;
  readonly memoryPerVcpu?: number;
  readonly maxConcurrency?: number;
  readonly minEnvironments?: number;
}

export interface CostQuestion {
  readonly traffic: Traffic;
  readonly standard: StandardFunction;
  readonly managed: ManagedSettings;
  readonly workload: CostWorkload;
  /** Types of machines that may be used, of the function's architecture. */
  readonly types: readonly InstanceType[];
  readonly peak: number;
  readonly freeTier: boolean;
  readonly discounts?: Readonly<Partial<Record<Commitment, number>>>;
  /** Hours of instances that were measured or are planned, instead of those that the load is reckoned to take. */
  readonly instanceHours?: number;
}

export interface CostComparison {
  readonly question: CostQuestion;
  readonly standard: StandardCost;
  readonly environment: EnvironmentSize;
  readonly fleet: Fleet;
  /** Hours of instances in the month. */
  readonly hours: number;
  readonly managed: Readonly<Record<Commitment, ManagedCost>>;
  /** What managed instances cost with as few environments as are allowed, On-Demand, before the first request. */
  readonly floor: { readonly fleet: Fleet; readonly total: number };
  /** Requests of a month from which managed instances are cheaper; nothing when they never are. */
  readonly breakEven: Readonly<Record<Commitment, number | undefined>>;
}

const COMMITMENTS: readonly Commitment[] = ['on-demand', 'one-year', 'three-year'];

/** Nothing when no type of machine can hold an environment of the function. */
export function compareCost(question: CostQuestion): CostComparison | undefined {
  const { traffic } = question;
  const discounts = { ...DISCOUNTS, ...question.discounts };
  const candidates = environmentsFor(question).flatMap((environment) => {
    const request = fleetRequest(question, environment);
    const [fleet, least] = [cheapestFleet(traffic, request), cheapestFleet({ ...traffic, requests: 0 }, request)];
    return fleet && least ? [{ environment, request, fleet, least }] : [];
  });
  const price = ({ fleet }: (typeof candidates)[number]): number => fleetHours(fleet) * fleet.type.hourly;
  const best = candidates.sort((a, b) => price(a) - price(b))[0];
  if (!best) return undefined;
  const hours = question.instanceHours ?? fleetHours(best.fleet);
  const byCommitment = <T>(value: (commitment: Commitment) => T): Readonly<Record<Commitment, T>> =>
    Object.fromEntries(COMMITMENTS.map((commitment) => [commitment, value(commitment)])) as Record<Commitment, T>;
  return {
    question, hours, environment: best.environment, fleet: best.fleet,
    standard: standardCost(traffic, question.standard, question.freeTier),
    managed: byCommitment((commitment) => managedCost(traffic.requests, best.fleet.type, hours, commitment, discounts)),
    floor: { fleet: best.least, total: managedCost(0, best.least.type, fleetHours(best.least), 'on-demand').total },
    breakEven: byCommitment((commitment) => earliest(candidates.map(({ request }) =>
      breakEven(question.standard, traffic.seconds, request, (fleet) => managedCost(0, fleet.type, fleetHours(fleet), commitment, discounts).total)))),
  };
}

function earliest(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function fleetRequest({ managed, types, peak }: CostQuestion, environment: EnvironmentSize): FleetRequest {
  return { environment, types, peak, minEnvironments: managed.minEnvironments ?? LIMITS.environments.default };
}

/** The environment that the settings describe, or one of each ratio that holds what standard Lambda gives each request. */
function environmentsFor({ managed, standard, workload }: CostQuestion): readonly EnvironmentSize[] {
  const ratios = managed.memoryPerVcpu === undefined ? LIMITS.ratios : LIMITS.ratios.filter((ratio) => ratio === managed.memoryPerVcpu);
  return ratios.flatMap((ratio) => environmentAt(ratio, managed, standard.memory, workload) ?? []);
}

function environmentAt(ratio: Ratio, managed: ManagedSettings, perRequest: number, workload: CostWorkload): EnvironmentSize | undefined {
  const perVcpu = ratio * 1024;
  const memory = managed.memory ?? Math.max(perVcpu, Math.ceil(perRequest / perVcpu) * perVcpu);
  const vcpus = memory / perVcpu;
  if (memory < LIMITS.memory.min || memory > LIMITS.memory.max || !Number.isInteger(vcpus)) return undefined;
  const busy = Math.floor(vcpus / BUSY_SHARE[workload]);
  // Settings that are there were chosen for the code; without them each request gets the memory that it has today.
  const holds = managed.maxConcurrency ?? Math.floor(memory / perRequest);
  return { memory, vcpus, concurrency: Math.max(1, Math.min(holds, busy, LIMITS.concurrency.maxPerVcpu * vcpus)) };
}
