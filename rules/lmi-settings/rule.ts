/** Settings of managed instances that are refused, or that serve the function badly. */
import type { Rule } from '../../src/findings/rule.js';
import { judgeSetting } from '../../src/findings/setting.js';

export const lmiSettings: Rule = {
  meta: {
    id: 'lmi-settings', family: 'configuration', severity: 'error', confidence: 'certain', languages: ['node', 'python', 'java', 'dotnet'], isOutsideCode: true, cwe: [1188],
    summary: 'A setting of managed instances is refused, or serves the function badly',
    description: 'Memory, memory per vCPU, concurrency, number of environments, architecture, timeout and GPU of a function with a capacity provider have bounds of their own, and have to fit each other. What is outside of them is refused when the function is created; what is legal and far from what AWS advises makes it slow or fragile.',
  },
  judge: (hazard) => judgeSetting(hazard, 'limits'),
};
