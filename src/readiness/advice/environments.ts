/** How many environments there should be at all times, and at most. */
import type { CapacityProvider, LambdaFunction } from '../../inventory/lambda-function.js';
import { LIMITS, PROVIDER_SOURCE, SCALING_SOURCE } from '../../runtimes/platform.js';
import type { AdvisedValue, Advice } from '../readiness.js';

/** Where nothing says how much load there will be. */
const TIMES_THE_LEAST = 10;

export function environmentsFor({ managedInstances }: LambdaFunction, vcpus: number): Pick<Advice, 'minEnvironments' | 'maxEnvironments'> {
  const { minEnvironments: min, maxEnvironments: max, provider } = managedInstances ?? {};
  const least = LIMITS.environments.default;
  // None at all switches the function off, which is no way to run it; fewer than three leave a zone without one.
  const minEnvironments = isCount(min?.value) && min.value > least && (max === undefined || (isCount(max.value) && max.value >= min.value))
    ? advised(min.value, 'as it is set', SCALING_SOURCE)
    : advised(least, 'one for each Availability Zone', SCALING_SOURCE);
  return { minEnvironments, maxEnvironments: greatestFor(minEnvironments.value, max?.value, provider, vcpus) };
}

function greatestFor(least: number, set: number | undefined, provider: CapacityProvider | undefined, vcpus: number): AdvisedValue<number> {
  if (isCount(set)) return set >= least ? advised(set, 'as it is set', SCALING_SOURCE) : advised(least, `no fewer than there are always; ${set} ${set === 1 ? 'is' : 'are'} set`, SCALING_SOURCE);
  const held = provider?.maxVcpus && isCount(provider.maxVcpus.value) ? Math.floor(provider.maxVcpus.value / vcpus) : undefined;
  if (provider && held !== undefined && held >= least) {
    return advised(Math.min(held, LIMITS.environments.max), `the ${provider.maxVcpus?.value} vCPUs of the capacity provider \`${provider.name}\` hold no more`, PROVIDER_SOURCE);
  }
  return advised(Math.min(LIMITS.environments.max, least * TIMES_THE_LEAST), `an assumption, ${TIMES_THE_LEAST} times the least: it bounds what a peak may cost`, SCALING_SOURCE);
}

function advised(value: number, reason: string, source: string): AdvisedValue<number> {
  return { value, reason, source };
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value > 0 && value <= LIMITS.environments.max;
}
