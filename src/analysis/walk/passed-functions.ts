/** Functions that are passed to calls of libraries: when they run, and with what. */
import type { Span } from '../../ir/index.js';
import type { Invocation } from '../../knowledge/schema.js';
import { instanceOf } from '../domain/shape.js';
import { suspend } from '../domain/state.js';
import type { State } from '../domain/state.js';
import { COUNT } from '../domain/text.js';
import { EMPTY, derive, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { callClosures, closuresOf, hasClosure } from './closures.js';
import { lookOf } from './library-result.js';
import type { LibraryCall } from './library.js';
import { applyFact } from './library.js';
import type { When } from './substitution.js';
import { textOf } from './library-text.js';
import { lockOfCall, takeLock } from './locks.js';
import { becauseOf } from './looks.js';
import { elementOf, loadField } from './places.js';
import { here } from './record.js';
import { turnBehind } from './turns.js';
import type { Walk } from './walk.js';
import { dropWork, takeUp } from './works.js';

/** Runs the functions that are passed to the call, as `invocations` says; gives what they have returned. */
export function runFunctions(walk: Walk, state: State, call: LibraryCall, invocations: readonly Invocation[]): Value | undefined {
  let returned: Value | undefined;
  for (const invocation of invocations) {
    const named = call.named.get(invocation.keyword ?? '');
    const values = named ? [named] : call.args.slice(invocation.argument, invocation.rest ? undefined : invocation.argument + 1);
    for (const value of invocation.members ? membersOf(walk, state, values, invocation.members, call.at) : values) {
      const result = hasClosure(walk, value) ? runFunction(walk, state, call, invocation, value) : runNamed(walk, state, call, invocation, value);
      if (result) returned = joinValues(returned ?? EMPTY, result);
    }
  }
  return returned;
}

/** A function of a library that is passed by its name: what it does to files (`paths.forEach(unlinkSync)`). */
function runNamed(walk: Walk, state: State, call: LibraryCall, invocation: Invocation, { shapes }: Value): undefined {
  if (invocation.when === 'with-result' || invocation.when === 'per-event') return;
  for (const shape of shapes) {
    const fact = shape.kind === 'symbol' ? walk.engine.knowledge.call(shape.name) : undefined;
    if (shape.kind === 'symbol' && fact?.files) applyFact(walk, state, { name: shape.name, fact, receiver: undefined, args: passedArguments(walk, state, call, invocation), named: new Map(), at: call.at });
  }
}

/** Members of objects, and of the elements of lists among them. */
function membersOf(walk: Walk, state: State, values: readonly Value[], names: readonly string[], at: Span): readonly Value[] {
  const objects = values.flatMap((value) => [value, elementOf(walk, state, value)]);
  return objects.flatMap((object) => names.map((name) => loadField(walk, state, object, name, at)));
}

/** Such functions are run for each element. */
const EACH: ReadonlySet<Invocation['passes']> = new Set(['element', 'element-index', 'key-value'] as const);

/** Gives what it has returned, where the call can have it. */
function runFunction(walk: Walk, state: State, call: LibraryCall, invocation: Invocation, value: Value): Value | undefined {
  if (invocation.when === 'with-result') return undefined;
  if (invocation.when === 'per-event') { keepForEvents(walk, value, call, invocation.parameters ?? []); return undefined; }
  const isRepeated = invocation.repeated === true || EACH.has(invocation.passes);
  const lock = call.fact.runsUnderLock && call.receiver ? lockOfCall(walk, state, call.receiver, call.fact.key === undefined ? undefined : (call.args[call.fact.key] ?? EMPTY)) : undefined;
  const when = whenOf(walk, state, invocation, { isRepeated: isRepeated && !invocation.chained, isLocked: lock !== undefined });
  const passed = passedArguments(walk, state, call, invocation).map((arg, index) => typed(arg, invocation.parameters?.[index]));
  if (isRepeated) walk.loopDepth++;
  const outer = state.locks;
  if (lock) takeLock(walk, state, lock, 'exclusive', call.at, true);
  const under = when === 'later' && call.fact.follows && call.receiver ? turnBehind(walk, call.receiver, call.at) : [];
  const look = call.receiver?.exists ?? lookOf(walk, call);
  const result = becauseOf(state, look, () => callClosures(walk, state, value, passed, call.at, when, under));
  if (invocation.drops) dropWork(walk, result);
  else if (!call.fact.returnsMapped && !call.fact.returnsOutcome) takeUp(walk, result);
  if (lock) state.locks = outer;
  if (isRepeated) walk.loopDepth--;
  return when === 'now' || when === 'aside' || call.fact.returnsOutcome ? result : undefined;
}

function whenOf(walk: Walk, state: State, { when }: Invocation, { isRepeated, isLocked }: { readonly isRepeated: boolean; readonly isLocked: boolean }): When {
  if (when !== 'later' && when !== 'other-thread') return isRepeated && !isLocked ? 'aside' : 'now';
  if (!isLocked) return when;
  // Who waits for a lock goes on when he has it, and what he does is done before it is given back.
  suspend(state);
  walk.maySuspend = true;
  return 'now';
}

function typed(value: Value, type: string | undefined): Value {
  return type === undefined || value.shapes.length > 0 ? value : { ...value, shapes: [instanceOf(type, false)] };
}

function keepForEvents(walk: Walk, value: Value, call: LibraryCall, parameters: readonly string[]): void {
  for (const id of closuresOf(walk, value)) walk.engine.perEvent.set(id, { site: here(walk, call.at), parameters, isRequest: true, atInit: walk.engine.phase === 'init' });
}

function passedArguments(walk: Walk, state: State, call: LibraryCall, invocation: Invocation): readonly Value[] {
  const source = call.receiver ?? call.args[0] ?? EMPTY;
  switch (invocation.passes) {
    case 'element': { const element = elementOfRun(walk, state, source, invocation); return [element, element]; }
    case 'element-index': return [elementOfRun(walk, state, source, invocation), { ...EMPTY, marks: source.marks, text: COUNT }];
    case 'key-value': { const element = elementOfRun(walk, state, source, invocation); return [{ ...EMPTY, marks: source.marks }, element]; }
    case 'resolved': return [source];
    case 'nothing': return (invocation.parameters ?? []).map(() => EMPTY);
    case undefined: return handedOver(call, source);
  }
}

function elementOfRun(walk: Walk, state: State, source: Value, { chained }: Invocation): Value {
  return { ...elementOf(walk, state, source), ...(chained ? {} : { perRun: true }) };
}

/** Whatever the call was given may come back, in any parameter (`(error, data) => …`). */
function handedOver(call: LibraryCall, source: Value): readonly Value[] {
  const value = derive(source, ...call.args);
  const listing = call.fact.files?.some((file) => file.effect === 'list') ? { text: textOf(call, value.marks, { atInit: false }) } : {};
  return Array.from({ length: HANDED_OVER }, () => ({ ...value, ...listing }));
}

/** No interface of callbacks is known that hands over more. */
const HANDED_OVER = 4;
