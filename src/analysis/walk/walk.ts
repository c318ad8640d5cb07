/**
 * The walk over one function: what its transfer functions share. A walk collects accesses and operations as it goes; the
 * state that flows from statement to statement is separate, so that branches can be copied and joined.
 */
import type { FunctionBody, FunctionId, Operand, Span, TypeRef } from '../../ir/index.js';
import type { Access, FileOperation, Site } from '../domain/access.js';
import { pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { internTable } from '../domain/interning.js';
import { CONTEXT, NO_MARKS, RECEIVER } from '../domain/marks.js';
import { instanceOf, namespaceShape, symbolShape, typeShape } from '../domain/shape.js';
import type { LockEvent } from '../domain/lock-event.js';
import type { State } from '../domain/state.js';
import type { Effect } from '../domain/effect.js';
import type { Handover } from '../domain/summary.js';
import type { Loans } from '../domain/loan.js';
import type { ThreadValues } from '../domain/thread-values.js';
import { siteKey } from '../domain/summary.js';
import { hole, literal } from '../domain/text.js';
import { EMPTY } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Catching } from './catching.js';
import type { LoanNotes } from './loans.js';
import type { LooksOfTry } from './looks.js';
import type { Works } from './works.js';
import { touchModule, touchType } from '../engine.js';
import type { Context, Engine } from '../engine.js';
import { asking } from './expiring.js';

export interface Walk {
  readonly engine: Engine;
  readonly fn: FunctionBody;
  readonly context: Context;
  readonly accesses: Map<string, Access>;
  /** Keys of the accesses that reach one cell from one root, by cell and site. */
  readonly ways: Map<string, string[]>;
  readonly files: Map<string, FileOperation>;
  readonly effects: Map<string, Effect>;
  readonly handovers: Map<string, Handover>;
  readonly lockEvents: Map<string, LockEvent>;
  readonly works: Works;
  readonly returned: { value: Value; state: State | undefined };
  readonly targets: JumpTarget[];
  /** States in which an exception may leave the innermost try block. */
  readonly thrown: (State[] | undefined)[];
  /** What the try blocks around this point catch, the innermost last. */
  readonly catching: Catching[];
  /** With what an exception may leave the innermost try block, or the function. */
  readonly leaving: Left[];
  readonly loans: LoanNotes;
  /** What the try blocks around this point have asked for, the innermost last. */
  readonly looks: LooksOfTry[];
  /** Operations met so far that may throw. */
  throws: number;
  /** Those of them that are known to: calls that leave the process, and what the code itself throws. */
  fails: number;
  /** A promise was made that such an operation settles. */
  promisesFail: boolean;
  /** Finally blocks around this point. */
  inFinally: number;
  loopDepth: number;
  /** Early exits met so far: returns, throws, breaks. A condition with one of them behind it governs what follows. */
  exits: number;
  maySuspend: boolean;
}

/** What an exception leaves behind. */
export interface Left {
  /** Values of the thread. */
  readonly values: ThreadValues;
  /** What was taken from pools, and not given back. */
  readonly loans: Loans;
}

/** Where `break` and `continue` lead. */
export interface JumpTarget {
  readonly label?: string;
  readonly isLoop: boolean;
  readonly breaks: State[];
  readonly continues: State[];
}

export function site(walk: Walk, at: Span): Site {
  return { function: walk.fn.id, at };
}

export function siteId(walk: Walk, at: Span): string {
  return siteKey(site(walk, at));
}

/** The function whose receiver `this` means here: a closure sees that of the method around it. */
export function receiverFunction(engine: Engine, fn: FunctionBody): FunctionId {
  let current: FunctionBody = fn;
  for (let i = 0; i < 32; i++) {
    if (current.owner !== undefined || current.enclosing === undefined || current.ownThis) break;
    const outer = engine.program.body(current.enclosing);
    if (!outer) break;
    current = outer;
  }
  return current.id;
}

/** The receiver of the running function. */
export function thisValue(walk: Walk): Value {
  const owner = receiverFunction(walk.engine, walk.fn);
  if (owner !== walk.fn.id) {
    const type = walk.engine.program.body(owner)?.owner;
    const path = pathOf({ kind: 'captured', owner, name: 'this' });
    return { paths: [path], shapes: type === undefined ? [] : [instanceOf(type, false)], marks: NO_MARKS, reads: [] };
  }
  const shapes = (walk.context.receiver?.shapes ?? []).filter((shape) => isReceiverOf(walk, shape));
  const known = shapes.length > 0 ? shapes : walk.fn.owner === undefined ? [] : [instanceOf(walk.fn.owner, false)];
  return { paths: [pathOf({ kind: 'this' })], shapes: known, marks: RECEIVER, reads: [] };
}

/** A method runs only on objects of its class. */
function isReceiverOf(walk: Walk, shape: Value['shapes'][number]): boolean {
  const { owner } = walk.fn;
  if (owner === undefined) return true;
  return shape.kind === 'instance' && (shape.type === owner || walk.engine.hierarchy.ancestors(shape.type).includes(owner));
}

export function declaredShape(type: TypeRef | undefined): Value['shapes'] {
  return type === undefined || type.name === 'var' ? [] : [instanceOf(type.name, false, type.args)];
}

/** The value of an atom. */
export function evaluate(walk: Walk, state: State, operand: Operand): Value {
  switch (operand.kind) {
    case 'local': return localValue(walk, state, operand.name);
    case 'constant': return asking(walk.engine, constantValue(operand.value), operand.value);
    case 'this': return thisValue(walk);
    case 'symbol': return symbolValue(walk.engine, operand.name);
    case 'type':
      touchType(walk.engine, operand.type);
      return { ...EMPTY, shapes: [typeShape(operand.type)], paths: [pathOf({ kind: 'type', type: operand.type })] };
    case 'namespace':
      touchModule(walk.engine, operand.module);
      return { ...EMPTY, shapes: [namespaceShape(operand.module)] };
  }
}

function localValue(walk: Walk, state: State, name: string): Value {
  const value = state.locals.get(name);
  if (value && (value.shapes.length > 0 || value.isNull)) return value;
  const type = walk.fn.localTypes.get(name);
  return type ? { ...(value ?? EMPTY), shapes: declaredShape(type) } : (value ?? EMPTY);
}

const TRUE: Value = { ...EMPTY, text: literal('true') };
const FALSE: Value = { ...EMPTY, text: literal('false') };

const NULL_VALUE: Value = { ...EMPTY, isNull: true };
const strings = internTable<Value>();

export function constantValue(value: string | number | boolean | null): Value {
  if (value === null) return NULL_VALUE;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  if (typeof value === 'number') return { ...EMPTY, text: literal(String(value)) };
  let known = strings.get(value);
  if (!known) strings.set(value, (known = { ...EMPTY, text: literal(value), shapes: [instanceOf('String', true)] }));
  return known;
}

/** A library's or the process's object. What it is called says what it is; some names stand for texts. */
export function symbolValue(engine: Engine, name: string, paths: readonly AccessPath[] = [pathOf({ kind: 'symbol', name })]): Value {
  const fact = engine.knowledge.symbol(name);
  const base: Value = { paths, shapes: fact?.type === undefined ? [symbolShape(name)] : [instanceOf(fact.type, false), symbolShape(name)], marks: NO_MARKS, reads: [] };
  if (fact?.text !== undefined) return { ...base, text: literal(fact.text) };
  if (fact?.unique) return { ...base, ...(fact.unique.source === 'time' ? { fromClock: true } : {}), text: hole(fact.unique.source === 'request-id' ? CONTEXT : NO_MARKS, { unique: [fact.unique], name: lastName(name) }) };
  if (fact?.process !== undefined) return { ...base, text: hole(NO_MARKS, { fixed: true, name: lastName(name) }) };
  return base;
}

export function lastName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
}
