/** Lines that an invocation prints without the id of its request. */
import type { EffectHazard } from '../../src/analysis/hazard.js';
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const unattributedLog: Rule = {
  meta: {
    id: 'unattributed-log', family: 'platform-incompatible', severity: 'note', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [778],
    summary: 'An invocation prints lines that do not say which request they belong to',
    description: 'The log of a managed instance holds the lines of all requests that run at the same time. The logger of the runtime writes the id of the request into each of them; what is printed beside it carries none, and belongs to any of them.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'prints') return undefined;
    const { point } = hazard;
    return {
      severity: 'note', confidence: 'likely', exposure: 'new-under-lmi',
      message: `\`${hazard.name}\` writes to the log without the id of the request${elsewhere(hazard)}: between the lines of other requests nothing says whose they are.`,
      primary: point, related: [],
      witness: overlapping([{ by: 'A', point }, { by: 'B', point }], 'the log has both lines, and neither says which request it belongs to'),
      advice: `Write the lines with ${hazard.harm.logger}, which adds the id of the request, or put it into the text.`,
    };
  },
};

function elsewhere({ others }: EffectHazard): string {
  if (others.length === 0) return '';
  return others.length === 1 ? ', here and in one more place' : `, here and in ${others.length} more places`;
}
