/**
 * The state of one analysis run: the program, the knowledge, the heap, the summaries made so far, what was counted for the
 * coverage, and the bounds. A summary is made on demand for a function in a context (the shapes of receiver and arguments)
 * and kept; a recursive group is repeated until its summaries no longer change.
 */
import { fileOf } from '../ir/index.js';
import type { Binding, FunctionBody, FunctionId, Program, TypeDeclaration, TypeId, TypeRef } from '../ir/index.js';
import type { Knowledge } from '../knowledge/index.js';
import { GrowingMap, GrowingSet } from './domain/growing.js';
import type { Site } from './domain/access.js';
import type { AccessPath } from './domain/access-path.js';
import { EMPTY_SUMMARY, siteKey } from './domain/summary.js';
import type { Summary } from './domain/summary.js';
import { EMPTY, joinValues } from './domain/value.js';
import type { Value } from './domain/value.js';
import { typeRefKey } from './domain/shape.js';
import { createHeap } from './heap.js';
import type { Heap } from './heap.js';
import { createHierarchy } from './hierarchy.js';
import type { Hierarchy } from './hierarchy.js';
import type { OtherName } from './walk/locks.js';
import { createRegistrations } from './registrations.js';
import type { Registrations } from './registrations.js';
import { summarize } from './walk/summarize.js';

export interface Bounds {
  readonly contextsPerFunction: number;
  readonly callDepth: number;
  readonly steps: number;
  readonly accessesPerSummary: number;
  /** What all entry points and kept functions of an invocation do together. */
  readonly accessesPerPhase: number;
}

export const DEFAULT_BOUNDS: Bounds = { contextsPerFunction: 16, callDepth: 48, steps: 180_000, accessesPerSummary: 3000, accessesPerPhase: 20_000 };

/** A call that was looked at, by source place. */
export interface CallRecord {
  readonly site: Site;
  readonly name: string;
  resolved: boolean;
  receiverKnown: boolean | undefined;
}

/** A function of the repository that code which nobody looked into may call at any time. */
export interface KeptFunction {
  readonly site: Site;
  /** Types of its parameters, where the source does not declare them. */
  readonly parameters: readonly string[];
  /** Whether what it gets is data of a request; otherwise nothing is known of it. */
  readonly isRequest: boolean;
  /** Handed over before the first invocation: the object whose method it is lives as long as the process. */
  readonly atInit?: boolean;
}

/** What a function is called with, as far as its summary depends on it. */
export interface Context {
  readonly receiver: Value | undefined;
  readonly args: readonly Value[];
  /** What the function's type parameters stand for. */
  readonly types?: ReadonlyMap<string, TypeRef>;
}

/** A summary and what it was made for. */
export interface MadeSummary {
  readonly fn: FunctionBody;
  readonly context: Context;
  readonly summary: Summary;
}

export interface Engine {
  readonly program: Program;
  readonly knowledge: Knowledge;
  readonly heap: Heap;
  readonly hierarchy: Hierarchy;
  readonly bounds: Bounds;
  /** What happens before the first invocation races with nobody: its reads are not recorded. */
  phase: 'init' | 'invocation';
  /** Type of the context that the platform passes to each invocation. */
  contextType: TypeId | undefined;
  /** Some value is known to be good for a while only. */
  seesExpiring: boolean;
  /** A call of an asynchronous function begins its work, whether anybody awaits it or not. */
  asyncCallsBegin: boolean;
  /** Invocations take turns: what is done between two suspensions is one step. */
  takesTurns: boolean;
  /** Classes of which an instance was made in any round. Grows only. */
  readonly constructed: GrowingSet<TypeId>;
  readonly registrations: Registrations;
  /** Registrations of which the container keeps one instance, as far as anybody asks for them. Grows only. */
  readonly singletons: Set<Binding>;
  /** Functions that ran before the first invocation in any round. Grows only. */
  readonly started: GrowingSet<FunctionId>;
  /** Files of the entries. */
  readonly homes: readonly string[];
  /** Functions whose result goes to the platform. */
  readonly entryFunctions: GrowingSet<FunctionId>;
  /** Functions walked in the current phase. */
  readonly reached: Set<FunctionId>;
  /** Functions that an invocation has run in any round. Grows only. */
  readonly ranInInvocations: GrowingSet<FunctionId>;
  readonly calls: Map<string, CallRecord>;
  readonly unknownNodes: Map<string, string>;
  /** Where object literals are written, by the site that their shapes name. */
  readonly literals: Map<string, Site>;
  /** Those that hold entries of others, or under names that are computed. */
  readonly openLiterals: Set<string>;
  /** Request data that goes into code nobody looked into, by source place. */
  readonly escapes: Map<string, { readonly into: string; readonly site: Site }>;
  readonly cuts: Set<string>;
  /** Something was left out because a round may have only so many steps. */
  isCut: boolean;
  /** Modules and types whose initialisers have to run before the invocation. */
  readonly pendingModules: Set<string>;
  readonly pendingTypes: Set<TypeId>;
  /** Places that were seen written in any round; see `writeMarker`. Grows only. */
  readonly written: GrowingSet<string>;
  /** Fields and static variables that hold what another place holds too, since init; see `noteOtherName`. */
  readonly otherNames: GrowingMap<string, OtherName>;
  /** Places that threads have for themselves and that were seen written, by what holds them. Grows only. */
  readonly threadPlaces: GrowingMap<string, ReadonlySet<AccessPath>>;
  /** Where the objects were made, before the first invocation, that a cell holds. */
  readonly madeAt: Map<string, Set<string>>;
  /** Functions that a library keeps and runs for each event. */
  readonly perEvent: Map<FunctionId, KeptFunction>;
  /** Functions that became values in this phase: who calls them may lie in code that was cut off. */
  readonly madeValues: Map<FunctionId, Site>;
  /** Whether a call of the function is being walked. */
  isActive(fn: FunctionId): boolean;
  summaryOf(fn: FunctionBody, context: Context): Summary;
  /** The summaries of the running round, in the order in which they were asked for. */
  summaries(): readonly MadeSummary[];
  /** Counts `cost` units of work (statements walked, places lifted from a callee) and says whether there may be more. */
  step(cost?: number): boolean;
  /** Forgets all summaries, because the heap has grown. */
  forget(): void;
}

interface Entry {
  readonly fn: FunctionBody;
  readonly context: Context;
  summary: Summary;
  complete: boolean;
  usedWhileOpen: boolean;
}

const MAX_REPEATS = 3;
const SHARE_OF_INIT = 0.5;
/**
 * What a callee may use of the steps that are left, so that its caller is walked to the end whatever lies below: the nearer to
 * the entry the caller is, the more is kept for it.
 */
const SHARE_OF_CALLEE = 0.97;
const SHARE_NEAR_ENTRY = 0.85;
const NEAR_ENTRY = 3;
/** What no callee may use, however many a call has: the statements behind it. */
const KEPT = 0.005;
/** A recursion in which every level has another context ends in the joined one. */
const MAX_NESTED_CONTEXTS = 5;

export function createEngine(program: Program, knowledge: Knowledge, homes: readonly string[] = [], bounds: Bounds = DEFAULT_BOUNDS): Engine {
  const entries = new Map<string, Entry>();
  const contexts = new Map<FunctionId, number>();
  /** One context for all calls beyond the bound: it holds the shapes of all of them. */
  const widened = new Map<FunctionId, Context>();
  /** How often each function is on the call chain that is being looked at. */
  const active = new Map<FunctionId, number>();
  let depth = 0;
  let steps = 0;
  let limit = bounds.steps;
  let kept = 0;
  /** Something of the function that is being walked was left out. */
  let isRefused = false;

  const hierarchy = createHierarchy(program);
  const engine: Engine = {
    program, knowledge, bounds, homes, hierarchy, phase: 'init', isCut: false, contextType: undefined, seesExpiring: false, asyncCallsBegin: false, takesTurns: false,
    heap: createHeap(),
    registrations: createRegistrations(program, hierarchy),
    started: new GrowingSet(),
    constructed: new GrowingSet(), singletons: new Set(), entryFunctions: new GrowingSet(), reached: new Set(), ranInInvocations: new GrowingSet(), calls: new Map(), unknownNodes: new Map(), literals: new Map(), openLiterals: new Set(), escapes: new Map(), cuts: new Set(),
    written: new GrowingSet(), threadPlaces: new GrowingMap(), pendingModules: new Set(), pendingTypes: new Set(), otherNames: new GrowingMap(), madeAt: new Map(), perEvent: new Map(), madeValues: new Map(),
    step(cost = 1) {
      // What is too much costs nothing: the little that is left goes to what follows.
      isRefused ||= steps + cost > limit;
      engine.isCut ||= isRefused;
      if (steps + cost > limit) return false;
      steps += cost;
      return true;
    },
    forget() {
      entries.clear();
      contexts.clear();
      widened.clear();
      steps = 0;
      limit = engine.phase === 'init' ? bounds.steps * SHARE_OF_INIT : bounds.steps;
    },
    summaries: () => [...entries.values()],
    isActive: (fn) => (active.get(fn) ?? 0) > 0,
    summaryOf(fn, context) {
      engine.reached.add(fn.id);
      if (engine.phase === 'invocation') engine.ranInInvocations.add(fn.id);
      let key = contextKey(fn, context);
      let used = context;
      if (!entries.has(key)) {
        const count = (contexts.get(fn.id) ?? 0) + 1;
        contexts.set(fn.id, count);
        if (count > bounds.contextsPerFunction || (active.get(fn.id) ?? 0) >= MAX_NESTED_CONTEXTS) {
          used = joinContexts(widened.get(fn.id), context);
          widened.set(fn.id, used);
          key = `*${contextKey(fn, used)}`;
        }
      }
      const known = entries.get(key);
      if (known) {
        if (!known.complete) known.usedWhileOpen = true;
        return known.summary;
      }
      if (depth >= bounds.callDepth) {
        engine.cuts.add(`calls nested deeper than ${bounds.callDepth} at ${fn.name}`);
        return EMPTY_SUMMARY;
      }
      return compute(key, fn, used);
    },
  };

  function compute(key: string, fn: FunctionBody, context: Context): Summary {
    const entry: Entry = { fn, context, summary: EMPTY_SUMMARY, complete: false, usedWhileOpen: false };
    entries.set(key, entry);
    depth++;
    active.set(fn.id, (active.get(fn.id) ?? 0) + 1);
    const outer = { limit, isRefused, kept };
    isRefused = false;
    limit = steps + Math.max(0, limit - kept - steps) * (depth <= NEAR_ENTRY ? SHARE_NEAR_ENTRY : SHARE_OF_CALLEE);
    kept = (limit - steps) * KEPT;
    for (let round = 0; round < MAX_REPEATS; round++) {
      entry.usedWhileOpen = false;
      const before = sizeOf(entry.summary);
      entry.summary = summarize(engine, fn, context);
      const after = sizeOf(entry.summary);
      if (!entry.usedWhileOpen || after === before) break;
    }
    if (isRefused) engine.cuts.add(`stopped inside ${fn.name}, where the steps of one round were used up`);
    ({ limit, isRefused, kept } = outer);
    depth--;
    active.set(fn.id, (active.get(fn.id) ?? 1) - 1);
    entry.complete = true;
    return entry.summary;
  }

  return engine;
}

/** What a recursive call would find more of. */
function sizeOf({ accesses, effects, exit, files }: Summary): number {
  return accesses.length + effects.length + exit.length + files.length;
}

/** Shapes decide which code a function runs; texts, paths and marks are substituted afterwards. */
function contextKey(fn: FunctionBody, context: Context): string {
  const shapes = (value: Value | undefined): string => (value ? value.shapes.map((shape) => shape.key).sort().join('|') : '');
  return `${fn.id}\u0000${shapes(context.receiver)}\u0000${fn.parameters.map((_, index) => shapes(context.args[index])).join('\u0000')}${typesKey(context.types)}`;
}

function typesKey(types: Context['types']): string {
  return types === undefined ? '' : `\u0000${[...types].map(([name, type]) => `${name}=${typeRefKey(type)}`).join()}`;
}

function joinContexts(a: Context | undefined, b: Context): Context {
  if (!a) return b;
  const length = Math.max(a.args.length, b.args.length);
  return {
    receiver: a.receiver && b.receiver ? joinValues(a.receiver, b.receiver) : (a.receiver ?? b.receiver),
    args: Array.from({ length }, (_, index) => joinValues(a.args[index] ?? EMPTY, b.args[index] ?? EMPTY)),
  };
}

/** The declaration of the class that has `fn` as a method. */
export function ownerOf(engine: Engine, fn: FunctionBody): TypeDeclaration | undefined {
  return fn.owner === undefined ? undefined : engine.program.type(fn.owner);
}

/** A text, number or anything else without a state. */
export function isPlain({ knowledge }: Engine, type: TypeId): boolean {
  return type === 'String' || knowledge.type(type)?.concurrency === 'immutable';
}

/** Notes that the code at `site` was looked at as a call. The answer gets better over rounds, never worse. */
export function recordCall(engine: Engine, site: Site, name: string, resolved: boolean, receiverKnown: boolean | undefined): void {
  const key = siteKey(site);
  const known = engine.calls.get(key);
  if (!known) { engine.calls.set(key, { site, name, resolved, receiverKnown }); return; }
  known.resolved ||= resolved;
  if (receiverKnown) known.receiverKnown = true;
}

/** Notes that code of `file` is used, so that its top-level code runs first. */
export function touchModule(engine: Engine, file: string): void {
  engine.pendingModules.add(file);
}

export function touchType(engine: Engine, type: TypeId): void {
  if (engine.pendingTypes.has(type) || !engine.program.type(type)) return;
  engine.pendingTypes.add(type);
  const file = engine.program.fileOfType(type);
  if (file !== undefined) touchModule(engine, file);
}

export { fileOf };
