/** Overlapping misses of a keyed cache. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const cacheStampede: Rule = {
  meta: {
    id: 'cache-stampede', family: 'mutable-cache', severity: 'warning', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [362],
    summary: 'Overlapping cache misses all do the work',
    description: 'A cache is asked, misses, the value is fetched and stored. Invocations that miss at the same time all fetch it: duplicated work, and a burst of calls to what the cache was to protect.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const stampedes = hazard.harms.filter((candidate) => candidate.kind === 'stampede');
    const harm = stampedes.find((candidate) => candidate.keyFromRequest) ?? stampedes.find((candidate) => candidate.refreshes) ?? stampedes[0];
    if (!harm) return undefined;
    return {
      severity: harm.keyFromRequest || harm.refreshes ? 'warning' : 'note', confidence: 'likely', exposure: 'new-under-lmi',
      message: harm.refreshes
        ? `Overlapping invocations that find \`${hazard.name}\` expired all fetch it anew: the look at the clock and the store are two steps.`
        : `Overlapping invocations that miss in \`${hazard.name}\` all do the work: the look-up and the store are two steps.`,
      primary: harm.write, related: [{ point: harm.check, message: 'looked up here' }],
      witness: overlapping([{ by: 'A', point: harm.check }, { by: 'B', point: harm.check }, { by: 'A', point: harm.write }, { by: 'B', point: harm.write }], 'the value is fetched twice'),
      advice: 'Store the promise or use an atomic operation (`computeIfAbsent`, `GetOrAdd` with a lazy value), so that one invocation fetches and the others wait.',
    };
  },
};
