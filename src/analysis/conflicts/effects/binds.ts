/** Ports and sockets of a fixed name: whoever comes second, while the first still listens, fails. */
import { ELEMENT_BREAK } from '../../domain/list-text.js';
import { literalText } from '../../domain/text.js';
import type { Text } from '../../domain/text.js';
import type { EffectHazard } from '../../hazard.js';
import type { Phase } from '../../run.js';
import { pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';

export function bindHazards(effects: Effects): readonly EffectHazard[] {
  const { model, run } = effects;
  return [...(model.initialisesAtOnce ? inPhase(effects, run.init, true) : []), ...inPhase(effects, run.invocation, false)];
}

function inPhase({ engine, model, source }: Effects, { effects }: Phase, atInit: boolean): readonly EffectHazard[] {
  return effects.flatMap((effect): readonly EffectHazard[] => {
    // What is bound under a condition at init, is bound where the code runs otherwise, on somebody's desk.
    if (effect.kind !== 'call' || effect.fact.binds === undefined || (atInit && effect.isGuarded)) return [];
    const name = addressOf(effect.texts[effect.fact.binds]);
    if (name === undefined) return [];
    return [{ kind: 'effect', model, place: name, name, harm: { kind: 'binds', atInit }, point: pointOf(engine.program, source, effect), others: [], why: model.whyFiles }];
  });
}

/** The port, or the file of the socket, when it is written down; 0 means any free port. */
function addressOf(text: Text | undefined): string | undefined {
  for (const parts of text?.alternatives ?? []) {
    const words = (literalText({ alternatives: [parts] }) ?? '').split(ELEMENT_BREAK).filter((word) => word !== '');
    const address = words.findLast((word) => /^\d+$|^\/|^http/.test(word));
    if (address !== undefined && Number(address) !== 0) return address;
  }
  return undefined;
}
