/** Effects that other invocations feel: each finder looks for one kind of harm among all that init and invocations do. */
import type { ConfiguredPool } from '../../../inventory/index.js';
import type { ConnectionLimit, ExecutionModel } from '../../../runtimes/execution-model.js';
import type { Engine } from '../../engine.js';
import type { EffectHazard } from '../../hazard.js';
import type { EntryPoint, Run } from '../../run.js';
import { comparePoints } from '../points.js';
import type { SourceText } from '../points.js';
import { bindHazards } from './binds.js';
import { blockingHazards } from './blocking.js';
import { configuredPoolHazards } from './configured-pools.js';
import { deadlineHazards } from './deadlines.js';
import { endHazards } from './ends.js';
import { floatingHazards } from './floating.js';
import { fullDatabaseHazards } from './full-databases.js';
import { handlerHazards } from './handlers.js';
import { initCallHazards } from './init-calls.js';
import { legacyHazards } from './legacy.js';
import { lostLoanHazards } from './lost-loans.js';
import { newConnectionHazards } from './new-connections.js';
import { outputHazards } from './outputs.js';
import { refusedHazards } from './refused.js';
import { registrationHazards } from './registrations.js';
import { settingHazards } from './settings.js';
import { smallPoolHazards } from './small-pools.js';
import { staleCredentialHazards } from './stale-credentials.js';
import { timerHazards } from './timers.js';

/** What finders look at. */
export interface Effects {
  readonly engine: Engine;
  readonly model: ExecutionModel;
  readonly run: Run;
  readonly source: SourceText;
  /** Seconds that an invocation may take, where a template says so. */
  readonly timeout: number | undefined;
  /** What the database takes that the function's settings lead to, where that is known. */
  readonly database: ConnectionLimit | undefined;
  /** Pools that files of settings and variables size. */
  readonly pools: readonly ConfiguredPool[];
  /** The function that the platform itself calls. */
  readonly handler: EntryPoint | undefined;
}

/** What each finder finds, in source order. */
export function effectHazards(effects: Effects): readonly EffectHazard[] {
  return FINDERS.flatMap((find) => [...find(effects)].sort((a, b) => comparePoints(a.point, b.point)));
}

const FINDERS: readonly ((effects: Effects) => readonly EffectHazard[])[] = [
  bindHazards, blockingHazards, deadlineHazards, endHazards, floatingHazards, lostLoanHazards, newConnectionHazards, settingHazards, smallPoolHazards, fullDatabaseHazards, configuredPoolHazards,
  handlerHazards, legacyHazards, outputHazards, refusedHazards, registrationHazards,
  timerHazards,
  staleCredentialHazards, initCallHazards,
];
