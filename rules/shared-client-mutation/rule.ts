/** Settings of a client or serializer that all invocations use, changed by one of them. */
import type { Harm } from '../../src/analysis/hazard.js';
import type { Severity } from '../../src/findings/finding.js';
import type { Rule } from '../../src/findings/rule.js';
import { later, overlapping } from '../../src/findings/witness.js';
import type { Step } from '../../src/findings/witness.js';

type Configured = Extract<Harm, { kind: 'configured' }>;

export const sharedClientMutation: Rule = {
  meta: {
    id: 'shared-client-mutation', family: 'unsafe-shared-object', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362, 488],
    summary: 'An invocation changes the settings of a client or serializer that others use',
    description: 'Default headers, regions, credentials and serializer settings belong to the object, and so to every invocation that shares it. What one invocation sets, others send.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'configured');
    if (!harm) return undefined;
    const steps: readonly Step[] = [{ by: 'A', point: harm.change }, { by: 'B', point: harm.use ?? harm.change }];
    return {
      severity: severityOf(harm), confidence: 'likely', exposure: harm.relation === 'later' ? 'pre-existing' : 'new-under-lmi',
      message: `\`${hazard.name}\` serves all invocations, and an invocation changes its settings: ${consequence(harm)}.`,
      primary: harm.change, related: [],
      witness: harm.relation === 'later' ? later(steps, 'B works with what A has set') : overlapping(steps, harm.fromRequest ? 'B works with what A has set for its own request' : 'the settings change while B uses them'),
      advice: harm.instead === undefined ? 'Configure the object once, where it is made; pass what differs per request with the request, or make a copy of the object for it.'
        : `Configure the object once, where it is made; use ${harm.instead} for what differs per request.`,
    };
  },
};

function severityOf(harm: Configured): Severity {
  if (harm.relation === 'later') return 'note';
  return harm.once && !harm.fromRequest ? 'warning' : 'error';
}

function consequence(harm: Configured): string {
  if (harm.relation === 'later') return 'what one request sets is still there for the next';
  if (harm.fromRequest) return 'what one request sets is used by the others';
  return harm.once ? 'those that come first change them under each other' : 'they change while others use them';
}
