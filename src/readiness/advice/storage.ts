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
  if (fn.managedInstances !== undefined && set !== undefined) return advised(set, 'as it is set');
  const writers = evidenceNames(evidence, 'disk');
  if (writers === '') return set === undefined || set === min ? advised(min, 'the default: nothing in the code writes into it') : advised(set, 'as it is set, though nothing in the code was seen to write into it');
  const visible = evidence.reduce((sum, { kind, megabytes = 0 }) => sum + (kind === 'disk' ? megabytes : 0), 0);
  const raised = set !== undefined && set > min;
  const each = raised ? set : Math.max(FILES_OF_AN_INVOCATION, visible);
  const basis = raised ? 'what one invocation has today' : visible > FILES_OF_AN_INVOCATION ? 'as the code says' : 'an estimate';
  const wanted = Math.ceil((each * concurrency) / STEP) * STEP;
  if (wanted > max) return advised(max, `all that there is: ${concurrency} invocations at once share it, which leaves ${Math.floor(max / concurrency)} MB to each for what ${writers} ${verb(writers)}`);
  return advised(Math.max(min, wanted), `${concurrency} invocations at once share it, ${each} MB each (${basis}) for what ${writers} ${verb(writers)}`);
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
