/** What kind of work a function does, from the calls and imports that say so. */
import type { WorkloadEvidence } from '../../analysis/result.js';
import type { Advice } from '../readiness.js';

export type Workload = Advice['workload'];

/** Memory decides before CPU: too little of it ends an environment, too little CPU only slows it down. */
export function workloadOf(evidence: readonly WorkloadEvidence[]): Workload {
  const kinds = new Set(evidence.map(({ kind }) => kind));
  const waits = kinds.has('io') || kinds.has('blocking');
  if (kinds.has('memory')) return 'memory-heavy';
  if (kinds.has('cpu')) return waits ? 'mixed' : 'cpu-bound';
  return waits ? 'io-bound' : 'unknown';
}

/** Distinct names of some kinds of evidence, as a person would list them. */
export function evidenceNames(evidence: readonly WorkloadEvidence[], ...kinds: readonly WorkloadEvidence['kind'][]): string {
  const names = [...new Set(evidence.filter(({ kind }) => kinds.includes(kind)).map(({ what }) => `\`${what}\``))];
  return names.length <= 2 ? names.join(' and ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
