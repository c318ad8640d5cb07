/** Containers that invocations fill: unsafe for threads, or growing without bound. */
import type { Rule } from '../../src/findings/rule.js';
import { later, overlapping } from '../../src/findings/witness.js';

export const sharedCache: Rule = {
  meta: {
    id: 'shared-cache', family: 'mutable-cache', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362, 401],
    summary: 'A cache that invocations fill is unsafe for concurrent use or grows without bound',
    description: 'A map or list that lives as long as the environment is filled by invocations. An unsynchronised container breaks when two of them write at once; one that nobody empties grows until the memory is used up.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const broken = hazard.harms.find((candidate) => candidate.kind === 'corruption');
    if (broken?.keyed) {
      const simple = broken.type.slice(broken.type.lastIndexOf('.') + 1);
      return {
        severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
        message: `\`${hazard.name}\` is a ${simple} that overlapping invocations fill at the same time: entries are lost or the map is corrupted.`,
        primary: broken.write, related: [{ point: broken.other, message: 'used here at the same time' }],
        witness: overlapping([{ by: 'A', point: broken.write }, { by: 'B', point: broken.other }], `the ${simple} is changed by two threads at once`),
        advice: 'Use a concurrent map and its atomic operations.',
      };
    }
    const growth = hazard.harms.find((candidate) => candidate.kind === 'growth');
    if (!growth) return undefined;
    const severity = growth.keyFromRequest || !growth.keyed ? 'warning' : 'note';
    return {
      severity, confidence: 'likely', exposure: 'worse-under-lmi',
      message: `\`${hazard.name}\` grows with every new ${growth.keyed ? 'key' : 'request'} and nothing removes entries. Environments of Lambda Managed Instances live long.`,
      primary: growth.write, related: [],
      witness: later([{ by: 'A', point: growth.write }, { by: 'B', point: growth.write }], 'both entries stay for the life of the environment'),
      advice: 'Bound it (size or age), or keep it per invocation.',
    };
  },
};
