/** Files with names of their own that are never removed. */
import type { Rule } from '../../src/findings/rule.js';
import { later } from '../../src/findings/witness.js';

export const tempFileGrowth: Rule = {
  meta: {
    id: 'temp-file-growth', family: 'tmp-path-collision', severity: 'note', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [459, 400],
    summary: 'Every invocation leaves a temporary file behind',
    description: 'Files under names of their own collide with nobody, but all invocations of an environment write them to one disk of limited size, and the environment lives for hours. What no invocation removes stays until the disk is full.',
  },
  judge(hazard) {
    if (hazard.kind !== 'file' || hazard.harm !== 'growth') return undefined;
    return {
      severity: 'note', confidence: 'likely', exposure: 'worse-under-lmi',
      message: `\`${hazard.name}\` is a new file in every invocation, and none removes it: the disk that all of them share fills up.`,
      primary: hazard.operation,
      related: [],
      witness: later([{ by: 'A', point: hazard.operation }, { by: 'B', point: hazard.operation }], 'both files are still there, and so are those of all invocations after them'),
      advice: 'Remove the file when the invocation is done with it, on every way out (`finally`, `with`, `using`).',
    };
  },
};
