/** Functions with settings for managed instances and a runtime that these do not run. */
import type { Rule } from '../../src/findings/rule.js';

export const unsupportedRuntime: Rule = {
  meta: {
    id: 'unsupported-runtime', family: 'platform-incompatible', severity: 'error', confidence: 'certain', languages: ['node', 'python', 'java', 'dotnet'], isOutsideCode: true, cwe: [1104],
    summary: 'A function with a capacity provider has a runtime that managed instances do not run',
    description: 'Lambda Managed Instances accept Node.js 22, Python 3.13, Java 21, .NET 8 and later, and provided.al2023. A function with another runtime is refused when it is created.',
  },
  judge(hazard) {
    if (hazard.kind !== 'platform' || hazard.harm.kind !== 'runtime') return undefined;
    const { runtime, least } = hazard.harm;
    return {
      severity: 'error', confidence: 'certain', exposure: 'new-under-lmi',
      message: least === undefined ? `Managed instances do not offer \`${runtime}\`: the function cannot be created.` : `\`${runtime}\` is older than \`${least}\`, the first of its kind that managed instances run: the function cannot be created.`,
      primary: hazard.point, related: [], witness: undefined,
      advice: least === undefined ? 'Move the function to a runtime that managed instances offer.' : `Upgrade the function to ${least} or later.`,
    };
  },
};
