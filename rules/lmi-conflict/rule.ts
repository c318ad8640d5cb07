/** Features that exclude managed instances, beside settings for them. */
import type { Rule } from '../../src/findings/rule.js';
import { judgeSetting } from '../../src/findings/setting.js';

export const lmiConflict: Rule = {
  meta: {
    id: 'lmi-conflict', family: 'configuration', severity: 'error', confidence: 'certain', languages: ['node', 'python', 'java', 'dotnet'], isOutsideCode: true, cwe: [1188],
    summary: 'A function with a capacity provider uses a feature that excludes managed instances',
    description: 'Provisioned concurrency, SnapStart, a network of the function\'s own, text logs, mounted file systems and Lambda@Edge do not go together with a capacity provider, and settings written in the form of another template language are refused. The deployment fails, or the settings do nothing.',
  },
  judge: (hazard) => judgeSetting(hazard, 'conflict'),
};
