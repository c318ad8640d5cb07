/** Functions for tests that care for few of their properties. */
import type { Coverage } from '../../src/analysis/result.js';
import type { Language } from '../../src/frontends/frontend.js';
import type { LambdaFunction } from '../../src/inventory/lambda-function.js';

export function functionIn(language: Language | undefined, more: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    id: 'Orders', name: 'Orders', language, environment: new Map(), layers: [],
    entries: [{ file: 'src/orders', symbol: 'handler' }], evidence: [], unknown: [], ...more,
  };
}

/** Everything was understood; `more` overrides what a test is about. */
export function coverageWith(more: Partial<Coverage> = {}): Coverage {
  return {
    reachedFunctions: 3, calls: 10, resolvedCalls: 10, receivers: 10, resolvedReceivers: 10, unresolved: [], escapes: [],
    unknownNodes: 0, bounds: [], unreadFiles: [], unknownLibraries: [], ...more,
  };
}
