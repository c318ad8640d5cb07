/** Ways to end an invocation that managed instances do not have. */
import type { Rule } from '../../src/findings/rule.js';

export const legacyContextMethod: Rule = {
  meta: {
    id: 'legacy-context-method', family: 'platform-incompatible', severity: 'error', confidence: 'likely', languages: ['node'], cwe: [477],
    summary: 'The invocation is ended through a method of the context that is gone',
    description: '`context.done`, `succeed` and `fail` do not exist on Managed Instances: to call one throws, and a handler that ends only so has answered long before. `callbackWaitsForEmptyEventLoop` has no effect.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'legacy' || hazard.harm.what === 'trace-id') return undefined;
    const isMethod = hazard.harm.what === 'completion';
    return {
      severity: isMethod ? 'error' : 'note', confidence: 'likely', exposure: 'new-under-lmi',
      message: isMethod ? `\`${hazard.name}\` does not exist on Managed Instances: the call throws, and the invocation is not ended by it.` : `\`${hazard.name}\` has no effect on Managed Instances.`,
      primary: hazard.point, related: [], witness: undefined,
      advice: isMethod ? 'Make the handler `async`: return the result, or throw the error.' : 'Leave it out; close what keeps connections open when it is no longer needed.',
    };
  },
};
