/** Functions that invocation code registers on something that lives on: there is one more with each invocation, and all are called. */
import { displayPath } from '../../domain/access-path.js';
import type { AccessPath } from '../../domain/access-path.js';
import { cellOf, holderOf } from '../../domain/cell.js';
import type { CallEffect, Effect } from '../../domain/effect.js';
import { isEvent } from '../../domain/marks.js';
import { isSettingPart } from '../../domain/process-part.js';
import type { EffectHazard } from '../../hazard.js';
import type { Run } from '../../run.js';
import { isWriting } from '../../walk/record.js';
import { pointOf } from '../points.js';
import { isShared } from '../sharing.js';
import type { Effects } from './effect-hazards.js';
import { shortName } from './names.js';
import { runsOnce } from './runs-once.js';

export function registrationHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  // How often the methods of an object are called is up to its user.
  if (model.unit === 'call') return [];
  return run.invocation.effects.filter(isRegistration).filter((call) => !runsOnce(engine, run, call) && livesOn(run, call) && !isTakenBack(run, call)).flatMap((call): readonly EffectHazard[] => {
    const keepsRequest = isEvent(call.marks[call.fact.registers.argument] ?? 0);
    // What a request sets for all is a setting of the process.
    if (keepsRequest && call.fact.process !== undefined && isSettingPart(call.fact.process)) return [];
    const [kept] = call.fact.on === undefined ? [] : call.receiver;
    const keeper = kept && displayPath(kept);
    return [{ kind: 'effect', model, place: keeper ?? call.name, name: keeper ?? shortName(call.name), harm: { kind: 'registers', keepsRequest, keeper }, point: pointOf(engine.program, source, call), others: [], why: model.whyProcess }];
  });
}

export interface Registration extends CallEffect {
  readonly fact: CallEffect['fact'] & { readonly registers: { readonly argument: number } };
}

export function isRegistration(effect: Effect): effect is Registration {
  return effect.kind === 'call' && effect.fact.registers !== undefined;
}

/** The process has all of it; an object has to outlive the invocation, and must not be replaced by one that has nothing yet. */
function livesOn(run: Run, { fact, receiver }: CallEffect): boolean {
  if (fact.process !== undefined && !isSettingPart(fact.process)) return true;
  const isOfProcess = fact.process !== undefined;
  if (receiver.length === 0) return isOfProcess;
  return receiver.every((path) => path.root.kind === 'symbol' || isShared(run, path)) && (isOfProcess || !receiver.some((path) => isReplaced(run, path)));
}

function isReplaced({ invocation }: Run, path: AccessPath): boolean {
  const holder = holderOf(path);
  return invocation.accesses.some((access) => access.kind === 'write' && (cellOf(access.path) === cellOf(path) || holderOf(access.path) === holder));
}

/** Invocations take away what is registered there, or look how much there is, or empty what keeps it (`logger.handlers.clear()`). */
function isTakenBack({ invocation }: Run, { name, receiver }: CallEffect): boolean {
  const owner = ownerOf(name);
  return invocation.effects.some((effect) => effect.kind === 'call' && effect.fact.keepsCount === true && ownerOf(effect.name) === owner && mayBeSame(effect.receiver, receiver))
    || invocation.accesses.some((access) => isWriting(access.kind) && receiver.some((path) => cellOf(access.path).startsWith(`${cellOf(path)}.`)));
}

/** Nothing tells the two objects apart. */
function mayBeSame(a: readonly AccessPath[], b: readonly AccessPath[]): boolean {
  const cells = new Set(b.map(cellOf));
  return a.length === 0 || b.length === 0 || a.some((path) => cells.has(cellOf(path)));
}

function ownerOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.'));
}
