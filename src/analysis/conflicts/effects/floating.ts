/** Work that goes on when the invocation that has begun it is over. */
import type { ExecutionModel } from '../../../runtimes/execution-model.js';
import { siteKey } from '../../domain/summary.js';
import type { Work } from '../../domain/work.js';
import type { EffectHazard } from '../../hazard.js';
import { pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';

export function floatingHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  return run.invocation.works.flatMap((work): readonly EffectHazard[] => {
    const ends = endsWhenItFails(model, work);
    // Whoever is answered by it waits for it; only its failure reaches nobody.
    if (work.completes && !ends) return [];
    const name = work.what.slice(work.what.search(/[^.:#]*$/));
    const point = pointOf(engine.program, source, { site: work.site, chain: work.chain, kind: 'begin' });
    return [{ kind: 'effect', model, place: siteKey(work.site), name, harm: { kind: 'floats', ends: ends ? model.unseenFailure.ends : undefined, isAnswered: work.completes || (run.answersByCallback && !ends) }, point, others: [], why: model.whyProcess }];
  });
}

function endsWhenItFails({ unseenFailure }: ExecutionModel, { kind, mayFailUnseen }: Work): boolean {
  return mayFailUnseen && (kind === 'void' || (kind === 'promise' && unseenFailure.promise === 'ends'));
}
