/** Handlers that declare a callback. */
import type { Rule } from '../../src/findings/rule.js';

export const callbackHandler: Rule = {
  meta: {
    id: 'callback-handler', family: 'platform-incompatible', severity: 'error', confidence: 'likely', languages: ['node'], cwe: [477],
    summary: 'The handler declares three or more parameters, which the runtime refuses',
    description: 'The runtime of Managed Instances looks at `function.length` of the exported handler. With three or more it takes the handler for one that answers through a callback, and does not start, even if the callback is never used.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'callback-handler') return undefined;
    const { parameters, isWrapper } = hazard.harm;
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: isWrapper ? `The handler that \`${hazard.name}\` makes declares ${parameters} parameters: the runtime takes it for one with a callback and refuses it at init.`
        : `\`${hazard.name}\` declares ${parameters} parameters: the runtime takes it for a handler with a callback and refuses it at init.`,
      primary: hazard.point, related: [], witness: undefined,
      advice: isWrapper ? 'Export an `async` function with two parameters that calls the wrapper, or use a version of it that returns one.' : 'Make the handler `async`, with the event and the context as its parameters, and return the result.',
    };
  },
};
