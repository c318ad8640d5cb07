/** Handlers that templates declare and the code does not have. */
import type { Rule } from '../../src/findings/rule.js';

export const handlerNotFound: Rule = {
  meta: {
    id: 'handler-not-found', family: 'configuration', severity: 'error', confidence: 'certain', languages: ['node', 'python', 'java', 'dotnet'], isOutsideCode: true, cwe: [1164],
    summary: 'The declared handler does not exist in the code',
    description: 'A template names a file or function that the code does not have. Every invocation fails, on standard Lambda as on managed instances, and the function\'s code could not be audited.',
  },
  judge(hazard) {
    if (hazard.kind !== 'platform' || hazard.harm.kind !== 'handler') return undefined;
    return {
      severity: 'error', confidence: 'certain', exposure: 'pre-existing',
      message: `The handler \`${hazard.name}\` does not exist: ${hazard.harm.looked}. Every invocation fails.`,
      primary: hazard.point, related: [], witness: undefined,
      advice: 'Name a file and a function that the code has, or add them.',
    };
  },
};
