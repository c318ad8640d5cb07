/** Memory that is too small for the copies of what the code loads. */
import type { Rule } from '../../src/findings/rule.js';
import { judgeSetting } from '../../src/findings/setting.js';

export const memoryMultiplication: Rule = {
  meta: {
    id: 'memory-multiplication', family: 'configuration', severity: 'warning', confidence: 'likely', languages: ['node', 'python'], isOutsideCode: true, cwe: [770],
    summary: 'The memory of an environment is too small for the copies of what the code loads',
    description: 'A Python function has a process for each concurrent invocation, a Node.js function several worker threads per vCPU, and each of them loads the code for itself. By default sixteen Python processes share 2048 MB: what fitted into the function\'s memory before does not fit into a sixteenth of it.',
  },
  judge: (hazard) => judgeSetting(hazard, 'memory-copies'),
};
