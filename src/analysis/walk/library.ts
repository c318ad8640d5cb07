/** Calls of libraries: what the knowledge says of them becomes accesses, file operations, locks and a result. */
import type { Span, TypeRef } from '../../ir/index.js';
import type { CallFact, LockFact } from '../../knowledge/schema.js';
import { extend, pathOf } from '../domain/access-path.js';
import { suspend } from '../domain/state.js';
import type { State } from '../domain/state.js';
import { literalText } from '../domain/text.js';
import type { LockAttempt, Value } from '../domain/value.js';
import { recordArgumentIterations } from './contents.js';
import { dispatch } from './dispatch.js';
import { keepComputed, recordEffects, writeInto } from './library-effects.js';
import { resultOf } from './library-result.js';
import { noteCall } from './effects.js';
import { withExpiry } from './expiring.js';
import { runFunctions } from './passed-functions.js';
import { claim, notePermits, useLock } from './locks.js';
import { noteLoan } from './loans.js';
import { noteWait } from './lock-events.js';
import { elementOf } from './places.js';
import { readForThread, usePrivatePlace } from './private-places.js';
import { noteProfile, recordCreation, recordFiles } from './record-file.js';
import { recordSetting } from './settings.js';
import { siteId } from './walk.js';
import type { Walk } from './walk.js';
import { readWhole } from './whole-reads.js';
import { carrying, completionOf, noteJoined, workOfLibraryCall } from './works.js';

/** A call of a library function, with evaluated operands. */
export interface LibraryCall {
  /** Qualified name, for reports: `node:fs.writeFileSync`, `java.util.Map.put`. */
  readonly name: string;
  readonly fact: CallFact;
  /** The object, when it is a method of one. */
  readonly receiver: Value | undefined;
  readonly args: readonly Value[];
  /** Keyword arguments, by name. */
  readonly named: ReadonlyMap<string, Value>;
  readonly at: Span;
  /** The declared type of what the result goes to. */
  readonly asked?: TypeRef;
  /** Type arguments that the call writes. */
  readonly typeArguments?: readonly TypeRef[];
}

/** Applies the fact and returns the value of the call. */
export function applyFact(walk: Walk, state: State, call: LibraryCall): Value {
  const { fact } = call;
  readForThread(walk, state, call);
  const own = usePrivatePlace(walk, state, call);
  const reads = own ? [] : recordEffects(walk, state, call);
  recordSetting(walk, state, call);
  if (mayFail(fact)) walk.throws++;
  if (leavesProcess(fact)) { if (fact.returnsPromise) walk.promisesFail = true; else walk.fails++; }
  if (fact.blocks === 'task' && !fact.lock && walk.promisesFail) walk.fails++;
  recordArgumentIterations(walk, state, fact, call.args, call.at);
  if (readsArguments(call)) for (const arg of [...call.args, ...call.named.values()]) readWhole(walk, state, arg, call.at);
  const locked = fact.lock && applyLock(walk, state, call, fact.lock);
  const attempt = (fact.claims && claim(walk, state, fact.claims, call.receiver, call.args, call.at)) ?? locked;
  if (fact.permits !== undefined) notePermits(walk, state, pathOf({ kind: 'fresh', site: siteId(walk, call.at) }), permitsOf(state, call, fact.permits));
  recordFiles(walk, state, call);
  if (fact.process === 'environment' && call.args[1]) noteProfile(walk, state, literalText(call.args[0]?.text), call.args[1], call.at);
  for (const index of fact.writesArguments ?? []) writeInto(walk, state, call, index);
  let ran: Value | undefined;
  const ranWith = completionOf(walk, () => { ran = runFunctions(walk, state, call, fact.invokes ?? []); });
  keepComputed(walk, state, call, ran);
  if (fact.handledBy) ran = dispatch(walk, state, call, fact.handledBy);
  noteCall(walk, state, call);
  if (fact.joins) noteJoined(walk, call.args.flatMap((arg) => [arg, elementOf(walk, state, arg)]));
  noteWait(walk, state, call.name, fact, call.at);
  if (fact.suspends) { suspend(state); walk.maySuspend = true; }
  const result = withExpiry(walk, state, call, resultOf(walk, state, call, { own, reads, attempt, ran }));
  noteLoan(walk, state, call, result);
  recordCreation(walk, state, call, result);
  return carrying(result, workOfLibraryCall(walk, call, ran, ranWith));
}

/** Calls that send their arguments, write them out, or make an object of a library of them. */
function readsArguments({ name, fact }: LibraryCall): boolean {
  return fact.blocks !== undefined || fact.workload === 'io' || fact.text !== undefined || name.endsWith('.<constructor>');
}

/** Calls that fail now and then, whatever the code does. */
function leavesProcess({ blocks, files, workload, lock, effect }: CallFact): boolean {
  return !lock && effect !== 'close' && (blocks === 'remote' || blocks === 'process' || files !== undefined || workload === 'io');
}

/** Calls that leave the process, or work through data of any form. */
function mayFail(fact: CallFact): boolean {
  return fact.blocks !== undefined || fact.files !== undefined || fact.workload !== undefined;
}

function applyLock(walk: Walk, state: State, call: LibraryCall, fact: LockFact): LockAttempt | undefined {
  const lock = fact.argument === undefined ? call.receiver : call.args[fact.argument];
  return lock && useLock(walk, state, lock, fact, call.at, call.fact.returnsPromise === true);
}

/** How many may hold what the call makes at once. */
function permitsOf(state: State, { fact, args }: LibraryCall, index: number): Value | undefined {
  const given = args[index];
  const { permitsKey } = fact;
  if (!given || permitsKey === undefined || given.text !== undefined) return given;
  return given.paths.map((path) => state.heap.get(extend(path, permitsKey).key)?.value).find((value) => value !== undefined);
}
