/**
 * What a month on managed instances costs: requests, instances, and the management fee on their On-Demand price. How many
 * instances a load takes is reckoned as AWS's sample calculator does (DISCOUNTS_SOURCE, tools/pricing-calculator).
 */
import type { InstanceType } from './instance-types.js';
import { DISCOUNTS, HEADROOM, HOST_OVERHEAD, HOURS_PER_MONTH, LEAST_INSTANCES, MANAGEMENT_FEE, PER_REQUEST, SECONDS_PER_MONTH, type Commitment } from './prices.js';
import type { Traffic } from './standard-lambda.js';

/** One execution environment, and how many requests keep it busy. */
export interface EnvironmentSize {
  /** MB. */
  readonly memory: number;
  readonly vcpus: number;
  /** Requests at once that it can really work on. */
  readonly concurrency: number;
}

/** Machines that run all environments of a function. */
export interface Fleet {
  readonly type: InstanceType;
  readonly environments: number;
  readonly instances: number;
}

export interface FleetRequest {
  readonly environment: EnvironmentSize;
  readonly types: readonly InstanceType[];
  readonly minEnvironments: number;
  /** Load of the busiest time against the mean. */
  readonly peak: number;
}

export interface ManagedCost {
  readonly requests: number;
  readonly instances: number;
  readonly fee: number;
  readonly total: number;
}

/** Environments of this size on one machine. */
export function environmentsOn(type: InstanceType, { memory, vcpus }: EnvironmentSize): number {
  return Math.max(0, Math.floor(Math.min((type.vcpus - HOST_OVERHEAD.vcpus) / vcpus, (type.memory - HOST_OVERHEAD.memory) / memory)));
}

/** Requests of a month that one environment works off with its head-room. */
export function requestsPerEnvironment(seconds: number, { concurrency }: EnvironmentSize, peak: number): number {
  return (concurrency * SECONDS_PER_MONTH) / (seconds * peak * HEADROOM);
}

/** The cheapest machines for the traffic; nothing when none of the types can hold one environment. */
export function cheapestFleet({ requests, seconds }: Traffic, { environment, types, minEnvironments, peak }: FleetRequest): Fleet | undefined {
  const environments = Math.max(minEnvironments, Math.ceil(requests / requestsPerEnvironment(seconds, environment, peak)));
  return cheapest(types.flatMap((type): readonly Fleet[] => {
    const each = environmentsOn(type, environment);
    return each === 0 ? [] : [{ type, environments, instances: Math.max(LEAST_INSTANCES, Math.ceil(environments / each)) }];
  }));
}

function cheapest(fleets: readonly Fleet[]): Fleet | undefined {
  const price = ({ type, instances }: Fleet): number => type.hourly * instances;
  return [...fleets].sort((a, b) => price(a) - price(b) || (a.type.name < b.type.name ? -1 : 1))[0];
}

/** Dollars for `hours` of one machine, all machines together. */
export function managedCost(requests: number, type: InstanceType, hours: number, commitment: Commitment, discounts: Readonly<Record<Commitment, number>> = DISCOUNTS): ManagedCost {
  const instances = hours * discountedHourly(type, discounts[commitment]);
  const fee = hours * type.hourly * MANAGEMENT_FEE;
  const forRequests = requests * PER_REQUEST;
  return { requests: forRequests, instances, fee, total: forRequests + instances + fee };
}

/** Savings Plans have a rate per hour of their own, in hundredths of a cent: 72 % off $0.1632 are $0.0457 in AWS's example. */
export function discountedHourly({ hourly }: InstanceType, discount: number): number {
  return discount === 0 ? hourly : Math.round(hourly * (1 - discount) * 1e4) / 1e4;
}

/** Hours of all machines of a fleet in a month. */
export function fleetHours({ instances }: Fleet): number {
  return instances * HOURS_PER_MONTH;
}
