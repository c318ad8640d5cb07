/** The shared-state inventory: every shared root that a function reaches, who writes it when, and why it is safe or not. */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { Access } from '../domain/access.js';
import { displayHolder } from '../domain/access-path.js';
import { commonLock } from '../domain/lock-set.js';
import type { Engine } from '../engine.js';
import type { MemoryHazard } from '../hazard.js';
import type { SharedState } from '../result.js';
import type { Run } from '../run.js';
import { isWriting } from '../walk/record.js';
import { locationOf } from './points.js';
import { effectiveLocks, groupShared, isContent, objectTypes } from './sharing.js';
import type { SharedGroup } from './sharing.js';

const MAX_WRITES = 8;

export function sharedState(engine: Engine, model: ExecutionModel, run: Run, hazards: readonly MemoryHazard[]): readonly SharedState[] {
  const harmful = new Set(hazards.map((hazard) => hazard.place));
  return groupShared(run, model).filter((group) => !group.ownThreads && group.accesses.some((access) => access.path.root.kind !== 'symbol')).map((group) => {
    const { judgement, because } = judge(engine, model, run, group, harmful.has(group.holder));
    return {
      name: displayHolder((group.accesses.find((access) => !isContent(access)) ?? first(group)).path),
      what: objectTypes(engine, group.accesses)[0] ?? 'value', writtenAt: writesOf(engine, group), judgement, because,
    };
  });
}

/** Groups are never empty. */
function first(group: SharedGroup): Access {
  const access = group.accesses[0];
  if (!access) throw new Error(`no access to ${group.holder}`);
  return access;
}

function writesOf(engine: Engine, group: SharedGroup): SharedState['writtenAt'] {
  const list = (accesses: readonly Access[], phase: 'init' | 'invocation'): SharedState['writtenAt'] =>
    accesses.filter((access) => isWriting(access.kind)).slice(0, MAX_WRITES).map((access) => ({ phase, location: locationOf(engine.program, access.site) }));
  return [...list(group.initAccesses, 'init'), ...list(group.accesses, 'invocation')];
}

function judge(engine: Engine, model: ExecutionModel, run: Run, group: SharedGroup, harmful: boolean): Pick<SharedState, 'judgement' | 'because'> {
  if (harmful) return { judgement: 'hazard', because: 'see the finding' };
  const writes = group.accesses.filter((access) => isWriting(access.kind));
  const facts = objectTypes(engine, group.accesses).flatMap((type) => engine.knowledge.type(type) ?? []);
  if (writes.length === 0) return { judgement: 'safe', because: 'only written at init' };
  if (model.memory === 'never') return { judgement: 'safe', because: `private to one ${model.memoryScope}` };
  if (facts.length > 0 && facts.every((fact) => fact.concurrency !== 'unsafe' && fact.concurrency !== 'connection')) return { judgement: 'safe', because: 'a type that is safe for concurrent use' };
  const locks = writes.map((write) => effectiveLocks(run, write.locks));
  const first = locks[0];
  if (first && first.length > 0 && locks.every((held) => commonLock(first, held))) return { judgement: 'safe', because: 'guarded by a lock' };
  if (model.memory === 'at-suspension') return { judgement: 'safe', because: 'atomic between suspension points' };
  return { judgement: 'unknown', because: 'written by invocations; no harm was found' };
}
