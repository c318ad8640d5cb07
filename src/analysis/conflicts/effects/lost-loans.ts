/** What invocations take from a pool that they share, and do not give back on every way out: in the end there is nothing left in it. */
import type { LostLoan } from '../../domain/loan.js';
import { siteKey } from '../../domain/summary.js';
import type { EffectHazard } from '../../hazard.js';
import type { Run } from '../../run.js';
import { pointOf } from '../points.js';
import { isShared } from '../sharing.js';
import { shortName } from './names.js';
import type { Effects } from './effect-hazards.js';

export function lostLoanHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  // A process that serves one invocation after the other has its pool for itself.
  if (model.memory === 'never') return [];
  return run.invocation.lostLoans.filter((loan) => outlives(run, loan)).map((loan): EffectHazard => ({
    kind: 'effect', model, place: siteKey(loan.site), name: shortName(loan.name), harm: { kind: 'lost-loan', of: loan.of, when: loan.when, isRepeated: loan.again === true },
    point: pointOf(engine.program, source, { ...loan, kind: 'take' }), others: loan.failed ? [pointOf(engine.program, source, { site: loan.failed, chain: loan.chain, kind: 'fail' })] : [],
    why: model.whyMemory,
  }));
}

function outlives(run: Run, { from }: LostLoan): boolean {
  return from.some((path) => isShared(run, path) || path.root.kind === 'symbol');
}
