/** All rules, in order of precedence: where several fit one place, the first one names the finding. */
import type { Rule } from '../src/findings/rule.js';
import { backgroundTimer } from './background-timer/rule.js';
import { cacheStampede } from './cache-stampede/rule.js';
import { callbackHandler } from './callback-handler/rule.js';
import { connectionPerInvocation } from './connection-per-invocation/rule.js';
import { eventLoopBlock } from './event-loop-block/rule.js';
import { floatingWork } from './floating-work/rule.js';
import { handlerNotFound } from './handler-not-found/rule.js';
import { handlerRegistration } from './handler-registration/rule.js';
import { ignoredDeadline } from './ignored-deadline/rule.js';
import { inconsistentLock } from './inconsistent-lock/rule.js';
import { initSideEffect } from './init-side-effect/rule.js';
import { legacyContextMethod } from './legacy-context-method/rule.js';
import { legacyTraceId } from './legacy-trace-id/rule.js';
import { lmiBackpressure } from './lmi-backpressure/rule.js';
import { lmiConflict } from './lmi-conflict/rule.js';
import { lmiPermissions } from './lmi-permissions/rule.js';
import { lmiSettings } from './lmi-settings/rule.js';
import { lockAcrossIo } from './lock-across-io/rule.js';
import { lockOrder } from './lock-order/rule.js';
import { lostUpdate } from './lost-update/rule.js';
import { memoryMultiplication } from './memory-multiplication/rule.js';
import { outdatedDependency } from './outdated-dependency/rule.js';
import { poolSize } from './pool-size/rule.js';
import { processExit } from './process-exit/rule.js';
import { processGlobalMutation } from './process-global-mutation/rule.js';
import { requestStateLeak } from './request-state-leak/rule.js';
import { sharedCache } from './shared-cache/rule.js';
import { sharedClientMutation } from './shared-client-mutation/rule.js';
import { sharedConnection } from './shared-connection/rule.js';
import { sharedPortOrProfile } from './shared-port-or-profile/rule.js';
import { sharedTempPath } from './shared-temp-path/rule.js';
import { staleCredential } from './stale-credential/rule.js';
import { staleThreadLocal } from './stale-thread-local/rule.js';
import { syncOverAsync } from './sync-over-async/rule.js';
import { tempDirectorySweep } from './temp-directory-sweep/rule.js';
import { tempFileGrowth } from './temp-file-growth/rule.js';
import { tempPathToctou } from './temp-path-toctou/rule.js';
import { unattributedLog } from './unattributed-log/rule.js';
import { unsafeIteration } from './unsafe-iteration/rule.js';
import { unsafeLazyInit } from './unsafe-lazy-init/rule.js';
import { unsafePool } from './unsafe-pool/rule.js';
import { unsafeSharedObject } from './unsafe-shared-object/rule.js';
import { unsupportedRuntime } from './unsupported-runtime/rule.js';
import { unsynchronizedAccess } from './unsynchronized-access/rule.js';
import { workerUnsupportedCall } from './worker-unsupported-call/rule.js';

export const CATALOGUE: readonly Rule[] = [
  requestStateLeak, staleThreadLocal, staleCredential, sharedConnection, unsafeSharedObject, sharedClientMutation, unsafePool, inconsistentLock, unsafeLazyInit, cacheStampede, sharedCache, lostUpdate, unsafeIteration, unsynchronizedAccess,
  lockOrder, lockAcrossIo,
  eventLoopBlock, syncOverAsync,
  floatingWork, backgroundTimer, ignoredDeadline,
  tempDirectorySweep, tempPathToctou, sharedTempPath, sharedPortOrProfile, tempFileGrowth,
  processGlobalMutation, handlerRegistration,
  callbackHandler, legacyContextMethod, workerUnsupportedCall, legacyTraceId, unattributedLog,
  processExit,
  poolSize, connectionPerInvocation,
  initSideEffect,
  handlerNotFound, unsupportedRuntime, outdatedDependency,
  lmiConflict, lmiSettings, memoryMultiplication, lmiBackpressure, lmiPermissions,
];
