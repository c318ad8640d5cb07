/** An existence check followed by filling the file or directory. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const tempPathToctou: Rule = {
  meta: {
    id: 'temp-path-toctou', family: 'tmp-path-collision', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [367, 362],
    summary: 'A shared file is created after an existence check, in steps that others can see',
    description: 'The code asks whether a file or directory exists and creates it if not. An overlapping invocation sees it as soon as it exists, half-written, and goes on with an incomplete file or tree.',
  },
  judge(hazard) {
    if (hazard.kind !== 'file' || hazard.harm !== 'check-then-fill') return undefined;
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: `\`${hazard.name}\` is created after an existence check: an overlapping invocation ${hazard.effect === 'create-exclusive' ? 'that has found nothing either fails' : 'finds it there before it is complete'}.`,
      primary: hazard.operation,
      related: hazard.others.map((point) => ({ point, message: `${point.effect} here` })),
      witness: overlapping([{ by: 'A', point: hazard.operation, action: `begins: ${hazard.operation.code}` }, { by: 'B', point: hazard.operation, action: 'finds it there and goes on' }, { by: 'A', point: hazard.operation, action: 'completes it' }], 'B has used an incomplete file'),
      advice: 'Write to a unique name and rename it into place when it is complete.',
    };
  },
};
