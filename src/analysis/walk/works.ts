/**
 * Which work a function begins and nobody takes up: a value carries the work behind it until it is awaited, returned, stored,
 * handed over or joined. Taking it up on any path silences it: the question is asked of the function, not of its paths.
 */
import type { FunctionBody, Span } from '../../ir/index.js';
import type { CallFact } from '../../knowledge/schema.js';
import { ELEMENT, parentOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import type { Summary } from '../domain/summary.js';
import { siteKey } from '../domain/summary.js';
import { union } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { HandedWork, Work, WorkId, WorkKind } from '../domain/work.js';
import { closuresOf, hasClosure } from './closures.js';
import { site, siteId } from './walk.js';
import type { Walk } from './walk.js';

/** Work of the function that is walked. */
export interface BegunWork {
  readonly work: Work;
  isTaken: boolean;
  /** It was awaited, or given to what may be awaited. */
  isSettled: boolean;
  /** A failure is told to a function. */
  isHandled: boolean;
  /** Whoever is given this object can wait for the work. */
  readonly carriers: readonly AccessPath[];
}

export interface Works {
  readonly begun: Map<WorkId, BegunWork>;
  /** Work that callees have begun and not taken up. */
  readonly lifted: Map<string, Work>;
  /** Objects that were handed on. */
  readonly handedOn: Set<AccessPath>;
  /** Promises that were put together into one, and lists of some. */
  readonly joined: Set<AccessPath>;
  /** The function waits until what others do is done: a latch, the end of an executor. */
  waitsForAll: boolean;
  /** It answers a callback that it was given, or settles a promise. */
  completes: boolean;
}

export function noWorks(): Works {
  return { begun: new Map(), lifted: new Map(), handedOn: new Set(), joined: new Set(), waitsForAll: false, completes: false };
}

const MAX_LIFTED = 200;
const MAX_CHAIN = 24;

interface Begin {
  readonly carriers?: readonly AccessPath[];
  /** A library's own work is not that of the functions which it runs. */
  readonly by?: 'code' | 'library';
}

/** The call at `at` begins work; the value of the call carries what is returned here. */
export function beginWork(walk: Walk, at: Span, what: string, handed: HandedWork, { carriers = [], by = 'code' }: Begin = {}): readonly WorkId[] {
  const id = by === 'code' ? siteId(walk, at) : `${siteId(walk, at)} ${by}`;
  const known = walk.works.begun.get(id);
  const work: Work = {
    ...handed, site: site(walk, at), chain: [], what,
    mayFailUnseen: handed.mayFailUnseen || known?.work.mayFailUnseen === true, completes: handed.completes || known?.work.completes === true,
  };
  walk.works.begun.set(id, { work, isTaken: known?.isTaken ?? false, isSettled: known?.isSettled ?? false, isHandled: known?.isHandled ?? false, carriers: union(known?.carriers ?? [], carriers) });
  return [id];
}

/** Somebody may wait for what is behind the value from now on. */
export function takeUp(walk: Walk, value: Value): void {
  for (const id of value.work ?? []) {
    const begun = walk.works.begun.get(id);
    if (begun) begun.isTaken = true;
  }
}

/** The value is awaited, or was looked at: it may be settled from now on. */
export function settle(walk: Walk, value: Value): void {
  takeUp(walk, value);
  for (const id of value.work ?? []) {
    const begun = walk.works.begun.get(id);
    if (begun) begun.isSettled = true;
  }
}

/** A promise that may still be under way: its work is known, or it is what an unknown call has just given. */
export function isUnsettled(walk: Walk, { work, shapes, paths }: Value): boolean {
  if (work) return work.some((id) => walk.works.begun.get(id)?.isSettled === false);
  const { joined } = walk.works;
  if (joined.size > 0 && paths.some((path) => joined.has(path) || (path.steps.at(-1) === ELEMENT && joined.has(parentOf(path))))) return false;
  return paths.every(({ root }) => root.kind === 'fresh') && shapes.some((shape) => shape.kind === 'instance' && walk.engine.knowledge.type(shape.type)?.promise !== undefined);
}

/** What is among `values`, also in lists, is waited for together from now on. */
export function noteJoined(walk: Walk, values: readonly Value[]): void {
  for (const { paths } of values) for (const path of paths) walk.works.joined.add(path);
}

/** The value goes where others can look at it. */
export function handOn(walk: Walk, value: Value): void {
  settle(walk, value);
  for (const path of value.paths) if (path.root.kind === 'fresh' && path.steps.length === 0) walk.works.handedOn.add(path);
}

/** Nobody gets what the function has returned that a library ran. */
export function dropWork(walk: Walk, { work: dropped }: Value): void {
  for (const id of dropped ?? []) {
    const begun = walk.works.begun.get(id);
    if (begun && begun.work.kind === 'promise') walk.works.begun.set(id, { ...begun, work: { ...begun.work, kind: 'void' } });
  }
}

/** The value is put away, or what it resolves to goes on: it carries no work any more. */
export function withoutWork(value: Value): Value {
  if (value.work === undefined) return value;
  const { work: _, ...rest } = value;
  return rest;
}

export function carrying(value: Value, work: readonly WorkId[] | undefined): Value {
  return work === undefined || work.length === 0 ? withoutWork(value) : { ...value, work };
}

/** What a callee leaves to its caller: work that it hands back with its result, or goes on with itself after it returned. */
export function workOfCallee(walk: Walk, callee: FunctionBody, summary: Summary): HandedWork | undefined {
  if (callee.isGenerator) return undefined;
  const { handedWork } = summary;
  const { engine } = walk;
  if (callee.annotations.some(({ name }) => engine.knowledge.type(name)?.runsAside)) return { kind: 'thread', mayFailUnseen: summary.mayThrow, completes: false };
  if (!callee.isAsync || !engine.asyncCallsBegin) return handedWork;
  if (!summary.maySuspend && !handedWork) return undefined;
  const kind: WorkKind = callee.returns?.name === 'void' ? 'void' : 'promise';
  return { kind, mayFailUnseen: summary.mayThrow || handedWork?.mayFailUnseen === true, completes: summary.completes };
}

/** Work that a callee has begun and not taken up, as the caller's. */
export function liftWorks(walk: Walk, summary: Summary, callSite: Work['site']): void {
  if (summary.completes) walk.works.completes = true;
  if (summary.waitsForAll) walk.works.waitsForAll = true;
  for (const work of summary.works) keepLifted(walk.works, { ...work, chain: [callSite, ...work.chain].slice(0, MAX_CHAIN) });
}

function keepLifted({ lifted }: Works, work: Work): void {
  const key = siteKey(work.site);
  const known = lifted.get(key);
  if (!known && lifted.size >= MAX_LIFTED) return;
  if (!known || work.chain.length < known.chain.length) lifted.set(key, work);
}

/** What of it is left to nobody when the function ends. */
export function leftWorks(walk: Walk, returned: Value): readonly Work[] {
  const { begun, lifted, handedOn, waitsForAll } = walk.works;
  takeUp(walk, returned);
  if (waitsForAll) return [];
  const own = [...begun.values()].filter(({ isTaken, carriers }) => !isTaken && !carriers.some((path) => handedOn.has(path) || returned.paths.includes(path)))
    .map(({ work, isHandled }) => (isHandled ? { ...work, mayFailUnseen: false } : work));
  return [...own, ...lifted.values()];
}

/** The work behind what the function returns. */
export function handedBack(walk: Walk, returned: Value): HandedWork | undefined {
  const all = (returned.work ?? []).flatMap((id) => walk.works.begun.get(id) ?? []);
  const [first] = all;
  if (!first) return undefined;
  return { kind: first.work.kind, mayFailUnseen: all.some(({ work, isHandled }) => work.mayFailUnseen && !isHandled), completes: all.some(({ work }) => work.completes) };
}

/** A call of a library, as far as it begins, goes on with or waits for work. */
export interface WorkCall {
  readonly name: string;
  readonly fact: CallFact;
  readonly receiver: Value | undefined;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly at: Span;
}

/** The work that the result of a library's call carries; `ran` is what the functions that it was given have returned. */
export function workOfLibraryCall(walk: Walk, call: WorkCall, ran: Value | undefined, ranWith: RanWith): readonly WorkId[] | undefined {
  const { fact, receiver, args } = call;
  if (fact.completes || args.some((arg) => isSettling(walk, arg))) walk.works.completes = true;
  if (makesPromise(walk, call)) return ranWith.waits ? beginWork(walk, call.at, call.name, { kind: 'promise', mayFailUnseen: mayReject(walk, call), completes: false }, { by: 'library' }) : undefined;
  if (ranWith.completes) walk.works.completes = true;
  if (answersCallback(walk, call)) return leavesProcess(fact) ? beginOf(walk, call, { mayFailUnseen: false, completes: ranWith.completes }) : undefined;
  if (fact.follows || fact.returnsReceiver) return followed(walk, call, ran, ranWith);
  if (fact.returnsView && receiver?.work) return receiver.work;
  if (receiver && !fact.starts) takeUp(walk, receiver);
  if (waits(fact) && !isThread(fact) && ![receiver, ...args].some((value) => value?.work) && !isCarrier(walk, receiver)) walk.works.waitsForAll = true;
  // Who waits for a thread, or stops it, has it in hand.
  if (receiver && !fact.starts && !fact.harmless && !isThread(fact)) for (const path of freshPaths(receiver)) walk.works.handedOn.add(path);
  if (fact.starts === 'receiver') { if (receiver) beginOf(walk, call, threadOn(receiver)); return undefined; }
  if (fact.starts === 'nothing') { beginOf(walk, call, threadOn(receiver)); return undefined; }
  if (fact.starts === 'result') return beginOf(walk, call, threadOn(receiver));
  if (fact.returnsMapped || fact.returnsOutcome) return fact.returnsPromise && !ran?.work && begins(call) && walk.engine.asyncCallsBegin ? beginOf(walk, call, {}) : ran?.work;
  if (!fact.returnsPromise || fact.effect === 'close') return undefined;
  if (ran) takeUp(walk, ran);
  if ((begins(call) && (walk.engine.asyncCallsBegin || isThread(fact))) || args.some((arg) => arg.work) || ran?.work) return beginOf(walk, call, isThread(fact) ? threadOn(receiver) : {});
  return undefined;
}

function freshPaths(value: Value | undefined): readonly AccessPath[] {
  return (value?.paths ?? []).filter(({ root, steps }) => root.kind === 'fresh' && steps.length === 0);
}

/** Work that was begun here belongs to the object, and to no other. */
function isCarrier({ works }: Walk, value: Value | undefined): boolean {
  const own = freshPaths(value);
  return own.length > 0 && own.length === value?.paths.length && [...works.begun.values()].some(({ carriers }) => carriers.some((path) => own.includes(path)));
}

/** Work of the executor or thread that the call is one of. */
function threadOn(receiver: Value | undefined): Begun {
  return { kind: 'thread', carriers: freshPaths(receiver) };
}

function isThread({ invokes }: CallFact): boolean {
  return invokes?.some(({ when }) => when === 'other-thread') === true;
}

function leavesProcess({ blocks, workload }: CallFact): boolean {
  return blocks === 'remote' || workload === 'io';
}

/** Something is under way when the call returns; a timer alone is nothing. */
function begins({ fact }: WorkCall): boolean {
  return (fact.blocks !== undefined && fact.blocks !== 'sleep' && !fact.lock) || fact.workload === 'io' || fact.files !== undefined || isThread(fact);
}

interface Begun extends Partial<HandedWork> {
  readonly carriers?: readonly AccessPath[];
}

function beginOf(walk: Walk, call: WorkCall, { kind = 'promise', mayFailUnseen = !call.fact.neverRejects, completes = false, carriers = [] }: Begun): readonly WorkId[] {
  return beginWork(walk, call.at, call.name, { kind, mayFailUnseen, completes: completes || call.args.some((arg) => isSettling(walk, arg)) }, { carriers, by: 'library' });
}

/** The outcome, good or bad, goes to a function that was passed; there is no promise. */
function answersCallback(walk: Walk, { fact: { invokes = [], follows }, args }: WorkCall): boolean {
  return !follows && walk.engine.asyncCallsBegin && invokes.some(({ argument, rest, when, passes }) => when === 'later' && passes === undefined && args.slice(argument, rest ? undefined : argument + 1).some((arg) => hasClosure(walk, arg)));
}

/** Blocks the thread until something else is done. */
function waits(fact: CallFact): boolean {
  return fact.blocks === 'task' && !fact.lock && !fact.returnsPromise;
}

/** `p.then(f)`: one piece of work, told of its failure where a function is given for that. */
function followed(walk: Walk, call: WorkCall, ran: Value | undefined, ranWith: RanWith): readonly WorkId[] | undefined {
  const { fact, receiver, args } = call;
  const behind = receiver?.work ?? [];
  const isHandled = fact.invokes?.some((invocation) => invocation.onFailure && args[invocation.argument] !== undefined && !args[invocation.argument]?.isNull) === true;
  const completes = ranWith.completes || args.some((arg) => isSettling(walk, arg) || isFromOutside(arg));
  let work = behind;
  if (work.length === 0 && ran?.work) work = ran.work;
  else if (ran) takeUp(walk, ran);
  // What is behind a promise of the call's own making is known to nobody else.
  if (work.length === 0 && fact.follows && fact.returnsOutcome && receiver && receiver.paths.every(({ root }) => root.kind === 'fresh')) work = beginOf(walk, call, {});
  for (const id of work) {
    const begun = walk.works.begun.get(id);
    if (!begun) continue;
    if (isHandled) begun.isHandled = true;
    if (completes) walk.works.begun.set(id, { ...begun, work: { ...begun.work, completes: true } });
  }
  return work;
}

/** A function that settles a promise, or one that the function was given and nothing is known of. */
function isSettling({ engine: { knowledge } }: Walk, value: Value): boolean {
  return value.shapes.some((shape) => (shape.kind === 'instance' || shape.kind === 'member') && knowledge.method(shape.type, shape.kind === 'member' ? shape.name : '<call>')?.completes === true);
}

/** A parameter of this function or of one around it, of which nothing is known. */
function isFromOutside({ shapes, paths }: Value): boolean {
  return shapes.length === 0 && paths.some(({ root }) => root.kind === 'parameter' || root.kind === 'captured' || (root.kind === 'fresh' && root.site.startsWith('request ')));
}

/** A function value is called: one that comes from outside is a callback. */
export function noteCompletion(walk: Walk, callee: Value): void {
  if (isFromOutside(callee)) walk.works.completes = true;
}

/** What functions do that a library runs. */
export interface RanWith {
  /** They answer a callback, or settle a promise. */
  readonly completes: boolean;
  /** They make calls that leave the process. */
  readonly waits: boolean;
}

/** Runs `body` and says what the functions did that it ran. */
export function completionOf(walk: Walk, body: () => void): RanWith {
  const before = walk.works.completes;
  const events = walk.lockEvents.size;
  walk.works.completes = false;
  body();
  const { completes } = walk.works;
  walk.works.completes = before;
  return { completes, waits: walk.lockEvents.size > events };
}

/** A promise that the code itself settles. */
function makesPromise({ engine: { knowledge } }: Walk, { name }: WorkCall): boolean {
  return name.endsWith(CONSTRUCTOR) && knowledge.type(name.slice(0, -CONSTRUCTOR.length))?.settledBy !== undefined;
}

const CONSTRUCTOR = '.<constructor>';

/** The function that settles it takes what rejects it. */
function mayReject(walk: Walk, { args }: WorkCall): boolean {
  return args.some((arg) => closuresOf(walk, arg).some((id) => (walk.engine.program.body(id)?.parameters.length ?? 0) > 1));
}

/** The work of all items, as that of the list. */
export function workIn(items: readonly Value[]): Pick<Value, 'work'> {
  const work = items.flatMap((item) => item.work ?? []);
  return work.length === 0 ? {} : { work };
}
