/** Transfer functions of statements: the state goes in and comes out, or nothing does when the statement never ends normally. */
import type { Block, If, Instruction, Loop, Operand, Span, Statement, Switch, TypeRef } from '../../ir/index.js';
import { pathOf } from '../domain/access-path.js';
import { NO_MARKS } from '../domain/marks.js';
import { closureShape, instanceOf, isExpiring } from '../domain/shape.js';
import { copyState, joinAll, joinExits, joinStates, suspend } from '../domain/state.js';
import type { Guard, State } from '../domain/state.js';
import { concatTexts, hole } from '../domain/text.js';
import { EMPTY, derive, joinValues } from '../domain/value.js';
import type { ReadId, Value } from '../domain/value.js';
import { call, evaluateArguments } from './calls.js';
import { capturedFrom } from './captures.js';
import { construct, constructValue } from './construct.js';
import { contentPlaces, recordIteration } from './contents.js';
import { joinedOf } from './expiring.js';
import { noteThrown } from './effects.js';
import { leaveNow, mayReject, mayThrow } from './leaving.js';
import { giveAway, giveAwayTo } from './loans.js';
import { attemptOf, lockPaths, releaseLock, takeLock, whereAttempt } from './locks.js';
import { answering } from './looks.js';
import { asksPresence, decidedBy, presenceOf } from './decisions.js';
import { makeArray, makeObject } from './literals.js';
import { textOfOperation } from './operation-text.js';
import { elementOf, load, remove, store } from './places.js';
import { readOperand } from './library-effects.js';
import { noteSuspensionsWithin, recordAccess } from './record.js';
import { walkTry } from './tries.js';
import { lastUsesIn } from './temporaries.js';
import { turnAwaited } from './turns.js';
import { declaredShape, evaluate, site, siteId } from './walk.js';
import { readWhole } from './whole-reads.js';
import { handOn, settle, takeUp, withoutWork } from './works.js';
import type { JumpTarget, Walk } from './walk.js';

export function walkBlock(walk: Walk, start: State, block: Block): State | undefined {
  let state: State | undefined = start;
  const lastUses = lastUsesIn(walk.fn);
  for (const statement of block) {
    // A statement costs more the more is known: without that, one function of a megabyte takes minutes.
    if (!state || !walk.engine.step(1 + ((state.locals.size + state.heap.size) >> 8))) return state;
    state = walkStatement(walk, state, statement);
    if (state) for (const name of lastUses.get(statement) ?? []) state.locals.delete(name);
  }
  return state;
}

function walkStatement(walk: Walk, state: State, statement: Statement): State | undefined {
  switch (statement.op) {
    case 'if': return walkIf(walk, state, statement);
    case 'loop': return walkLoop(walk, state, statement);
    case 'try': return walkTry(walk, state, statement);
    case 'switch': return walkSwitch(walk, state, statement);
    case 'label': {
      const target = pushTarget(walk, statement.label, false);
      const end = walkBlock(walk, state, statement.body);
      walk.targets.pop();
      return joinAll([end, ...target.breaks]);
    }
    case 'break': walk.exits++; findTarget(walk, statement.label, false)?.breaks.push(state); return undefined;
    case 'continue': walk.exits++; findTarget(walk, statement.label, true)?.continues.push(state); return undefined;
    case 'return':
      walk.exits++;
      if (statement.value) returnValue(walk, state, readOperand(walk, state, statement.value, statement.at), statement.at);
      walk.returned.state = joinExits(walk.returned.state, state);
      return undefined;
    case 'throw':
      if (statement.value?.kind === 'symbol') noteThrown(walk, state, statement.value.name, statement.at);
      walk.exits++;
      leaveNow(walk, state, statement.at);
      walk.thrown.at(-1)?.push(state);
      return undefined;
    default: walkInstruction(walk, state, statement); return state;
  }
}

/** A cast says more than a declared type that has no members of its own: `java.lang.Object`, a type parameter. */
function isOpen({ engine }: Walk, value: Value, cast: TypeRef | undefined): boolean {
  return cast !== undefined && value.shapes.every((shape) => shape.kind === 'instance' && !shape.exact && shape.type !== cast.name
    && engine.program.type(shape.type) === undefined && (engine.knowledge.type(shape.type) === undefined || engine.knowledge.isA(cast.name, shape.type)));
}

function returnValue(walk: Walk, state: State, value: Value, at: Span): void {
  walk.returned.value = joinValues(walk.returned.value, answering(state, value));
  if (value.shapes.some((shape) => shape.kind === 'closure')) giveAway(walk, state, value);
  if (walk.engine.entryFunctions.has(walk.fn.id)) recordSerialisation(walk, state, value, at);
}

/** The platform turns what an entry returns into text, after every lock was given back and others have had their turn. */
function recordSerialisation(walk: Walk, returning: State, value: Value, at: Span): void {
  const state: State = { ...copyState(returning), locks: [] };
  if (walk.fn.isAsync) suspend(state);
  readWhole(walk, state, value, at, 'objects');
}

function walkInstruction(walk: Walk, state: State, instruction: Instruction): void {
  switch (instruction.op) {
    case 'move': {
      const value = readOperand(walk, state, instruction.from, instruction.at);
      state.locals.set(instruction.to, (value.shapes.some(({ kind }) => kind !== 'expiring') && !isOpen(walk, value, instruction.type)) || value.isNull ? value : { ...value, shapes: [...declaredShape(instruction.type), ...value.shapes.filter(isExpiring)] });
      return;
    }
    case 'load':
      if (instruction.place.kind === 'field' || instruction.place.kind === 'element') takeUp(walk, evaluate(walk, state, instruction.place.object));
      state.locals.set(instruction.to, load(walk, state, instruction.place, instruction.at));
      return;
    case 'store': {
      const value = readOperand(walk, state, instruction.value, instruction.at);
      handOn(walk, value);
      if (instruction.place.kind !== 'captured' || instruction.place.owner !== walk.fn.id) giveAway(walk, state, value);
      store(walk, state, instruction.place, withoutWork(value), instruction.at, instruction.how);
      return;
    }
    case 'delete': remove(walk, state, instruction.place, instruction.at); return;
    case 'compute': state.locals.set(instruction.to, compute(walk, state, instruction.operator, instruction.operands, instruction.at)); return;
    case 'concat': {
      const values = instruction.parts.map((part) => evaluate(walk, state, part));
      state.locals.set(instruction.to, joinedOf(walk.engine, { ...derive(...values), computed: 'always', text: concatTexts(values.map((value) => value.text ?? hole(value.marks))), shapes: [instanceOf('String', true)] }, values));
      return;
    }
    case 'object': makeObject(walk, state, instruction); return;
    case 'array': makeArray(walk, state, instruction); return;
    case 'closure':
      walk.engine.madeValues.set(instruction.function, site(walk, instruction.at));
      state.locals.set(instruction.to, {
        ...EMPTY, shapes: [closureShape(instruction.function)], paths: [pathOf({ kind: 'fresh', site: siteId(walk, instruction.at) })],
        marks: capturedMarks(walk, state, instruction.function),
      });
      return;
    case 'new': {
      const { args, named } = evaluateArguments(walk, state, instruction.args, instruction.at);
      for (const arg of [...args, ...named.values()]) handOn(walk, arg);
      giveAwayTo(walk, state, instruction.type?.name, [...args, ...named.values()]);
      const value = mayThrow(walk, state, instruction.at, () => (instruction.type
        ? construct(walk, state, instruction.type.name, instruction.type.args, args, named, instruction.at)
        : constructValue(walk, state, instruction.callee ? evaluate(walk, state, instruction.callee) : EMPTY, args, named, instruction.at)));
      state.locals.set(instruction.to, value);
      return;
    }
    case 'call': {
      const value = mayThrow(walk, state, instruction.at, () => call(walk, state, instruction));
      if (instruction.to !== undefined) state.locals.set(instruction.to, value);
      return;
    }
    case 'suspend': {
      const value = instruction.value ? evaluate(walk, state, instruction.value) : EMPTY;
      // A generator that is not asynchronous hands over to its caller only.
      settle(walk, value);
      if (instruction.why === 'await') mayReject(walk, state, value, instruction.at);
      const turns = instruction.why === 'await' ? turnAwaited(walk, state, value, instruction.at) : [];
      if (instruction.why !== 'yield' || walk.fn.isAsync) { suspend(state); walk.maySuspend = true; }
      if (turns.length > 0) state.locks = [...state.locks, ...turns];
      if (instruction.to !== undefined) state.locals.set(instruction.to, withoutWork(unwrapped(walk, value)));
      return;
    }
    case 'acquire':
      takeLock(walk, state, evaluate(walk, state, instruction.lock), instruction.mode, instruction.at);
      return;
    case 'release': releaseLock(state, lockPaths(walk, state, evaluate(walk, state, instruction.lock), instruction.at), undefined); return;
    case 'unknown': {
      walk.engine.unknownNodes.set(siteId(walk, instruction.at), instruction.node);
      for (const operand of instruction.operands) { handOn(walk, evaluate(walk, state, operand)); giveAway(walk, state, evaluate(walk, state, operand)); }
      if (instruction.to !== undefined) state.locals.set(instruction.to, derive(...instruction.operands.map((operand) => evaluate(walk, state, operand))));
      return;
    }
  }
}

/** A function value carries what it captures. */
function capturedMarks(walk: Walk, state: State, fn: string): number {
  let marks = NO_MARKS;
  for (const name of capturedFrom(walk.engine, fn, walk.fn.id)) marks |= state.heap.get(pathOf({ kind: 'captured', owner: walk.fn.id, name }).key)?.value.marks ?? NO_MARKS;
  return marks;
}

/** What a promise or task of a declared type resolves to. */
function unwrapped(walk: Walk, value: Value): Value {
  const shapes = value.shapes.flatMap((shape) =>
    shape.kind === 'instance' && shape.args.length === 1 && walk.engine.knowledge.method(shape.type, '<await>') ? declaredShape(shape.args[0]) : [shape]);
  return { ...value, shapes };
}

/** Operators whose outcome is made of both sides. */
const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>']);

const COMPARISONS = new Set(['<', '>', '<=', '>=', '==', '!=', '===', '!==', 'equals', 'instanceof', 'is-instance']);

function compute(walk: Walk, state: State, operator: string, operands: readonly Operand[], at: Span): Value {
  const values = operands.map((operand) => readOperand(walk, state, operand, at));
  const comparesWithNull = values.some((value) => value.isNull);
  const isPresence = operator === 'is-null' || comparesWithNull || (operator === '!' && values.every((value) => asksPresence(state, value)));
  const asked = isPresence || operator === '!' ? values.map(presenceOf) : values;
  const result = operator === 'in' ? withMembershipTest(walk, state, values, at) : derive(...asked);
  const exists = values.find((value) => value.exists)?.exists;
  const isComparison = (COMPARISONS.has(operator) && !comparesWithNull && values.length > 1) || values.some((value) => value.isComparison);
  const text = textOfOperation(operator, values);
  const attempt = attemptOf(operator, values);
  return { ...result, ...(exists ? { exists } : {}), ...(attempt ? { attempt } : {}), ...(isComparison ? { isComparison: true } : {}), ...(isPresence ? { isPresence } : {}), ...(ARITHMETIC.has(operator) ? { computed: 'always' as const } : {}), ...(text ? { text } : {}) };
}

/** `key in container` asks whether something is there. */
function withMembershipTest(walk: Walk, state: State, values: readonly Value[], at: Span): Value {
  const [key, container] = values;
  if (!key || !container) return derive(...values);
  const places = contentPlaces(state, container);
  const reads = recordAccess(walk, state, places, 'check', at, { key: { marks: key.marks, ...(key.text ? { text: key.text } : {}) } });
  return { ...derive(...values), reads };
}

function guardOf(walk: Walk, state: State, condition: Operand): Guard | undefined {
  const value = evaluate(walk, state, condition);
  if (value.reads.length === 0 && !value.exists) return undefined;
  const expires = value.isComparison === true && value.fromClock === true;
  return { reads: value.reads, test: !value.isComparison, ...(asksPresence(state, value) ? { alone: true } : {}), ...(expires ? { expires } : {}), ...(value.exists ? { exists: value.exists } : {}) };
}

const MAX_GUARDS = 16;

/** A branch that ends early leaves its condition behind: what follows runs only because it did not hold. */
function walkIf(walk: Walk, state: State, statement: If): State | undefined {
  const guard = guardOf(walk, state, statement.condition);
  const outer = state.guards;
  const inner = guard ? [...outer, guard] : outer;
  const exitsBefore = walk.exits;
  const { attempt } = evaluate(walk, state, statement.condition);
  const decision = decidedBy(walk, state, statement.condition);
  const thenState = walkBlock(walk, whereAttempt({ ...copyState(state), guards: inner, decision, conditional: true }, attempt, true), statement.then);
  const elseState = walkBlock(walk, whereAttempt({ ...copyState(state), guards: inner, decision, conditional: true }, attempt, false), statement.else);
  const after = joinStates(thenState, elseState);
  if (!after) return undefined;
  after.decision = state.decision;
  const left = [...new Set([...inner, ...(thenState?.guards ?? []), ...(elseState?.guards ?? [])])];
  after.conditional = walk.exits > exitsBefore || state.conditional;
  after.guards = walk.exits > exitsBefore ? left.slice(-MAX_GUARDS) : outer;
  return after;
}

function walkLoop(walk: Walk, state: State, loop: Loop): State | undefined {
  const target = pushTarget(walk, loop.label, true);
  walk.loopDepth++;
  let exit: State | undefined;
  let entry: State | undefined = copyState(state);
  const passes = walk.loopDepth > 2 ? 1 : 2;
  for (let pass = 0; pass < passes && entry; pass++) {
    const step = walkIteration(walk, copyState(entry), loop, target);
    exit = joinAll([exit, step.exit, ...target.breaks.splice(0)]);
    entry = joinStates(entry, step.next);
  }
  // Whoever leaves after the last pass has looked at the condition again.
  if (loop.over) exit = joinStates(exit, entry);
  else if (loop.condition && !loop.testLast && entry) {
    const tested = walkBlock(walk, entry, loop.test);
    exit = joinStates(exit, tested && whereAttempt(tested, evaluate(walk, tested, loop.condition).attempt, false));
  }
  walk.loopDepth--;
  walk.targets.pop();
  if (exit) {
    const looked = loop.condition ? evaluate(walk, exit, loop.condition).reads : [];
    if (looked.length > 0) exit.looked = looked;
    exit.guards = state.guards;
    exit.decision = state.decision;
  }
  return exit;
}

function walkIteration(walk: Walk, start: State, loop: Loop, target: JumpTarget): { next: State | undefined; exit: State | undefined } {
  let state: State | undefined = start;
  let exit: State | undefined;
  const test = (from: State): State | undefined => {
    const tested = walkBlock(walk, from, loop.test);
    if (tested && loop.condition) {
      const { attempt } = evaluate(walk, tested, loop.condition);
      exit = joinStates(exit, whereAttempt(copyState(tested), attempt, false));
      whereAttempt(tested, attempt, true);
      const guard = guardOf(walk, tested, loop.condition);
      if (guard) tested.guards = [...tested.guards, guard];
      tested.decision = decidedBy(walk, tested, loop.condition);
    }
    return tested;
  };
  const iteration = loop.over ? bindElement(walk, state, loop) : [];
  if (!loop.testLast) state = test(state);
  if (state) state = joinAll([walkBlock(walk, state, loop.body), ...target.continues.splice(0)]);
  if (state) state = walkBlock(walk, state, loop.update);
  if (state && loop.testLast) state = test(state);
  if (state) noteSuspensionsWithin(walk, state, iteration);
  return { next: state, exit: loop.over ? joinStates(exit, state) : exit };
}

/** Gives the loop variable the next element, and returns the reads of the collection. */
function bindElement(walk: Walk, state: State, loop: Loop): readonly ReadId[] {
  if (!loop.over) return [];
  const collection = evaluate(walk, state, loop.over.collection);
  takeUp(walk, collection);
  const reads = recordIteration(walk, state, collection, loop.at);
  if (loop.over.suspends) { suspend(state); walk.maySuspend = true; }
  const element = loop.over.keysOnly ? { ...EMPTY, marks: collection.marks, text: hole(collection.marks, { name: 'key' }) } : elementOf(walk, state, collection);
  state.locals.set(loop.over.element, loop.over.keysOnly ? element : { ...element, perRun: true });
  return loop.over.keysOnly ? [] : reads;
}

function walkSwitch(walk: Walk, state: State, statement: Switch): State | undefined {
  const target = pushTarget(walk, undefined, false);
  const guard = guardOf(walk, state, statement.subject);
  const ends: (State | undefined)[] = [];
  let falling: State | undefined;
  for (const branch of statement.cases) {
    const start = joinStates(copyState(state), falling) ?? copyState(state);
    if (guard) start.guards = [...state.guards, { ...guard, test: false }];
    start.decision = decidedBy(walk, state, statement.subject);
    const end = walkBlock(walk, start, branch.body);
    falling = branch.fallsThrough ? end : undefined;
    if (!branch.fallsThrough) ends.push(end);
  }
  walk.targets.pop();
  const hasDefault = statement.cases.some((branch) => branch.tests.length === 0);
  const result = joinAll([...ends, falling, ...target.breaks, hasDefault ? undefined : state]);
  if (result) Object.assign(result, { guards: state.guards, decision: state.decision });
  return result;
}

function pushTarget(walk: Walk, label: string | undefined, isLoop: boolean): JumpTarget {
  const target: JumpTarget = { ...(label === undefined ? {} : { label }), isLoop, breaks: [], continues: [] };
  walk.targets.push(target);
  return target;
}

function findTarget(walk: Walk, label: string | undefined, isContinue: boolean): JumpTarget | undefined {
  return walk.targets.findLast((target) => (label === undefined ? (isContinue ? target.isLoop : target.isLoop || target.label === undefined) : target.label === label));
}
