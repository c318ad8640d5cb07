/** From how many requests a month managed instances cost less than standard Lambda. */
import { environmentsOn, requestsPerEnvironment, type Fleet, type FleetRequest } from './managed-instances.js';
import { LEAST_INSTANCES } from './prices.js';
import { gbSecondsFor, type StandardFunction } from './standard-lambda.js';

/**
 * The smallest number of requests at which some fleet that works them off is no dearer than the duration of standard Lambda;
 * requests cost the same on both. Nothing when none of them pays. Of each type of machine only the fewest are looked at: twice as
 * many cost twice as much and serve twice as many requests, while standard Lambda gets cheaper with each tier, so that where the
 * fewest do not pay, no more of them do.
 */
export function breakEven(fn: StandardFunction, seconds: number, request: FleetRequest, monthly: (fleet: Fleet) => number): number | undefined {
  const each = requestsPerEnvironment(seconds, request.environment, request.peak);
  const found = request.types.flatMap((type): readonly number[] => {
    const onOne = environmentsOn(type, request.environment);
    if (onOne === 0) return [];
    const least = Math.max(LEAST_INSTANCES, Math.ceil(request.minEnvironments / onOne));
    const environments = least * onOne;
    const requests = Math.ceil(gbSecondsFor(monthly({ type, instances: least, environments }), fn.architecture) / (seconds * (fn.memory / 1024)));
    return Math.ceil(requests / each) <= environments ? [requests] : [];
  });
  return found.length === 0 ? undefined : Math.min(...found);
}
