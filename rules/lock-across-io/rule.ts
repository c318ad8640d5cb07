/** A lock that everybody needs is held while something slow is waited for. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const lockAcrossIo: Rule = {
  meta: {
    id: 'lock-across-io', family: 'blocking', severity: 'warning', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [667, 400],
    summary: 'A lock that all invocations need is held during a remote call or another long wait',
    description: 'While one invocation waits for a remote answer, a sleep or another process under a lock, every other invocation that needs the lock waits too. The environment serves one request at a time, whatever its concurrency is.',
  },
  judge(hazard) {
    if (hazard.kind !== 'lock' || hazard.harm !== 'wait') return undefined;
    const call = hazard.what.slice(hazard.what.lastIndexOf('.') + 1);
    const lock = hazard.name === 'lock' ? 'A lock' : `\`${hazard.name}\``;
    return {
      severity: 'warning', confidence: 'likely', exposure: 'new-under-lmi',
      message: `${lock} is held while \`${call}\` waits: overlapping invocations get there one after the other.`,
      primary: hazard.point,
      related: [{ point: hazard.held, message: 'the lock is taken here' }, ...hazard.others.map((point) => ({ point, message: 'waited here too' }))],
      witness: overlapping([{ by: 'A', point: hazard.held }, { by: 'A', point: hazard.point }, { by: 'B', point: hazard.held, action: 'waits for the lock' }], 'B waits as long as the call of A takes'),
      advice: 'Make the call before the lock is taken or after it is given back, and hold it for the change of memory only; a lock per key keeps the others going.',
    };
  },
};
