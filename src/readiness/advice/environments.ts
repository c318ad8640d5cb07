/** How many environments there should be at all times, and at most. */
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import { LIMITS, PROVIDER_SOURCE, SCALING_SOURCE } from '../../runtimes/platform.js';
import type { Advice } from '../readiness.js';

/** Where nothing says how much load there will be. */
const TIMES_THE_LEAST = 10;

export function environmentsFor({ managedInstances }: LambdaFunction, vcpus: number): Pick<Advice, 'minEnvironments' | 'maxEnvironments'> {
  const { minEnvironments: min, maxEnvironments: max, provider } = managedInstances ?? {};
  // None at all switches the function off, which is no way to run it.
  const least = isCount(min?.value) && (max === undefined || (isCount(max.value) && max.value >= min.value)) ? min.value : LIMITS.environments.default;
  const minEnvironments = {
    value: least, source: SCALING_SOURCE,
    reason: least === LIMITS.environments.default ? 'one for each Availability Zone' : `as it is set${least < LIMITS.environments.default ? ': fewer than three leave an Availability Zone without one' : ''}`,
  };
  if (isCount(max?.value) && max.value >= least) return { minEnvironments, maxEnvironments: { value: max.value, reason: 'as it is set', source: SCALING_SOURCE } };
  const held = provider?.maxVcpus && isCount(provider.maxVcpus.value) ? Math.floor(provider.maxVcpus.value / vcpus) : undefined;
  if (provider && held !== undefined && held >= least) {
    return { minEnvironments, maxEnvironments: { value: Math.min(held, LIMITS.environments.max), reason: `the ${provider.maxVcpus?.value} vCPUs of the capacity provider \`${provider.name}\` hold no more`, source: PROVIDER_SOURCE } };
  }
  const assumed = Math.min(LIMITS.environments.max, least * TIMES_THE_LEAST);
  return { minEnvironments, maxEnvironments: { value: assumed, reason: `an assumption, ${TIMES_THE_LEAST} times the least: it bounds what a peak may cost`, source: SCALING_SOURCE } };
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value > 0 && value <= LIMITS.environments.max;
}
