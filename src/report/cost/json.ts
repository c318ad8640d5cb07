/** The cost comparison for programs: figures unrounded, in US dollars a month. */
import { INSTANCE_PRICES_DATE } from '../../readiness/cost/instance-types.js';
import type { FunctionCost } from '../../readiness/cost/function-cost.js';
import { PRICES_DATE, PRICES_REGION } from '../../readiness/cost/prices.js';
import { visibleJson } from '../escape.js';

export function costJson({ question, standard, environment, fleet, hours, managed, floor, breakEven, settings, memoryBasis }: FunctionCost): string {
  const { types: _types, ...asked } = question;
  return visibleJson({
    schemaVersion: 1, prices: { region: PRICES_REGION, lambda: PRICES_DATE, instances: INSTANCE_PRICES_DATE },
    question: asked, settings, memoryBasis, standard, environment, fleet, instanceHours: hours, managed, floor, breakEven,
  });
}
