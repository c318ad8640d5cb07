/** Two locks, taken in opposite orders. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const lockOrder: Rule = {
  meta: {
    id: 'lock-order', family: 'blocking', severity: 'error', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [833, 667],
    summary: 'Two locks are taken in opposite orders',
    description: 'One way through the code takes a lock and then a second one, another way takes them in the opposite order. Two invocations that meet there wait for each other until the function times out, and everybody who needs one of the locks waits with them.',
  },
  judge(hazard) {
    if (hazard.kind !== 'lock' || !hazard.opposite) return undefined;
    const { outer, inner } = hazard.opposite;
    return {
      severity: hazard.model.memory === 'anywhere' ? 'error' : 'warning', confidence: 'likely', exposure: 'new-under-lmi',
      message: `The locks ${hazard.name.split(' and ').map((name) => `\`${name}\``).join(' and ')} are taken in opposite orders: two overlapping invocations wait for each other for ever.`,
      primary: hazard.point,
      related: [{ point: hazard.held, message: 'the first lock is taken here' }, { point: outer, message: 'the other way round: first this one' }, { point: inner, message: 'and then this one' }],
      witness: overlapping([{ by: 'A', point: hazard.held }, { by: 'B', point: outer }, { by: 'A', point: hazard.point }, { by: 'B', point: inner }], 'each waits for the lock that the other one holds'),
      advice: 'Take the locks in one order everywhere, or one lock for both; do not call code that takes a lock while you hold another one.',
    };
  },
};
