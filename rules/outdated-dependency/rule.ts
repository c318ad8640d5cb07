/** Libraries, layers and runtime clients in versions before the first one that goes together with several invocations at once. */
import type { Rule } from '../../src/findings/rule.js';

export const outdatedDependency: Rule = {
  meta: {
    id: 'outdated-dependency', family: 'platform-incompatible', severity: 'warning', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], isOutsideCode: true, cwe: [1104],
    summary: 'A library is pinned to a version from before it knew several invocations at once',
    description: 'SDKs, tracing libraries, Powertools and runtime clients had to learn that one process serves several requests at a time. A manifest or lock file pins a version from before that: trace ids, log keys or metrics of requests get lost or mixed.',
  },
  judge(hazard) {
    if (hazard.kind !== 'platform' || hazard.harm.kind !== 'dependency') return undefined;
    const { package: name, version, lockedIn, library, least, consequence, isAdvice } = hazard.harm;
    const inUse = `\`${name}\` ${lockedIn === undefined ? `is pinned to ${version}` : `is ${version} in ${lockedIn.slice(lockedIn.lastIndexOf('/') + 1)}`}`;
    return {
      severity: isAdvice ? 'note' : 'warning', confidence: 'likely', exposure: 'new-under-lmi',
      message: `${inUse}, which is older than ${least}: ${consequence}.`,
      primary: hazard.point,
      related: hazard.others.map((point) => ({ point, message: 'named here too' })),
      witness: undefined,
      advice: `Upgrade the ${library} to ${least} or later${lockedIn === undefined ? '' : ', and lock it anew'}.`,
    };
  },
};
