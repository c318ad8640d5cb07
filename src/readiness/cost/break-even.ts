/** From how many requests a month managed instances cost less than standard Lambda. */
import { environmentsOn, requestsPerEnvironment, type Fleet, type FleetRequest } from './managed-instances.js';
import { LEAST_INSTANCES } from './prices.js';
import { gbSecondsFor, type StandardFunction } from './standard-lambda.js';

/** The floor is shared out among ever more requests; where so many machines do not pay, more of them do not either. */
const MOST_INSTANCES = 300;

/**
 * The smallest number of requests at which some fleet that works them off is no dearer than the duration of standard Lambda;
 * requests cost the same on both. Nothing when none of them pays.
 */
export function breakEven(fn: StandardFunction, seconds: number, request: FleetRequest, monthly: (fleet: Fleet) => number): number | undefined {
  const each = requestsPerEnvironment(seconds, request.environment, request.peak);
  const found = request.types.flatMap((type): readonly number[] => {
    const onOne = environmentsOn(type, request.environment);
    if (onOne === 0) return [];
    const least = Math.max(LEAST_INSTANCES, Math.ceil(request.minEnvironments / onOne));
    for (let instances = least; instances <= Math.max(least, MOST_INSTANCES); instances++) {
      const environments = instances * onOne;
      const requests = Math.ceil(gbSecondsFor(monthly({ type, instances, environments }), fn.architecture) / (seconds * (fn.memory / 1024)));
      if (Math.ceil(requests / each) <= environments) return [requests];
    }
    return [];
  });
  return found.length === 0 ? undefined : Math.min(...found);
}
