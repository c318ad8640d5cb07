/** How large /tmp should be: it is one for all invocations of an environment. */
import type { WorkloadEvidence } from '../../analysis/result.js';
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import { ENVIRONMENT_SOURCE, LIMITS } from '../../runtimes/platform.js';
import type { AdvisedValue } from '../readiness.js';
import { evidenceNames } from './workload.js';

const { min, max } = LIMITS.ephemeralStorage;
/** MB that the files of one invocation take, where nothing says it. An estimate. */
const FILES_OF_AN_INVOCATION = 64;
/** Sizes are rounded up to a multiple of this. */
const STEP = 256;

export function storageFor(fn: LambdaFunction, evidence: readonly WorkloadEvidence[], concurrency: number): AdvisedValue<number> {
  const set = legal(fn.ephemeralStorage?.value);
  const writers = evidenceNames(evidence, 'disk');
  const visible = evidence.reduce((sum, { kind, megabytes = 0 }) => sum + (kind === 'disk' ? megabytes : 0), 0);
  // Chosen for overlapping invocations: an estimate is no reason to doubt it, sizes in the code are.
  if (fn.managedInstances !== undefined && set !== undefined && visible * concurrency <= set) return advised(set, 'as it is set');
  if (writers === '') return set === undefined || set === min ? advised(min, 'the default: nothing in the code writes into it') : advised(set, 'as it is set, though nothing in the code was seen to write into it');
  const { each, basis } = shareOf(fn, set, visible);
  const wanted = Math.ceil((each * concurrency) / STEP) * STEP;
  if (wanted > max) return advised(max, `all that there is: ${concurrency} invocations at once share it, which leaves ${Math.floor(max / concurrency)} MB to each for what ${writers} ${verb(writers)}`);
  return advised(Math.max(min, wanted), `${concurrency} invocations at once share it, ${Math.ceil(each)} MB each (${basis}) for what ${writers} ${verb(writers)}`);
}

/** MB that the files of one invocation take. */
function shareOf({ managedInstances }: LambdaFunction, set: number | undefined, visible: number): { readonly each: number; readonly basis: string } {
  if (managedInstances === undefined && set !== undefined && set > min) return { each: set, basis: 'what one invocation has today' };
  return visible > FILES_OF_AN_INVOCATION ? { each: visible, basis: 'as the code says' } : { each: FILES_OF_AN_INVOCATION, basis: 'an estimate' };
}

function verb(writers: string): string {
  return writers.includes(' and ') ? 'write' : 'writes';
}

function legal(size: number | undefined): number | undefined {
  return size !== undefined && Number.isInteger(size) && size >= min && size <= max ? size : undefined;
}

function advised(value: number, reason: string): AdvisedValue<number> {
  return { value, reason, source: ENVIRONMENT_SOURCE };
}
