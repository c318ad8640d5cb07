/** Objects and arrays that the code writes out: what is in them, and what they take over from others. */
import type { Entry, Instruction, Span } from '../../ir/index.js';
import { ELEMENT, extend, pathOf } from '../domain/access-path.js';
import { listText } from '../domain/list-text.js';
import { NO_MARKS } from '../domain/marks.js';
import { arrayShape, instanceOf, objectShape } from '../domain/shape.js';
import { renew } from '../domain/state.js';
import type { State } from '../domain/state.js';
import { hole, literalText } from '../domain/text.js';
import { EMPTY, derive } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { evaluateArguments } from './calls.js';
import { giveAway } from './loans.js';
import { also, expiringIn, keptBy } from './expiring.js';
import { elementOf, loadField } from './places.js';
import { keepStored } from './stored-values.js';
import { evaluate, site, siteId } from './walk.js';
import type { Walk } from './walk.js';
import { isStateless } from './record.js';
import { readWhole } from './whole-reads.js';
import { handOn, workIn } from './works.js';

export function makeObject(walk: Walk, state: State, instruction: Extract<Instruction, { op: 'object' }>): void {
  const id = siteId(walk, instruction.at);
  renew(state, id);
  walk.engine.literals.set(id, site(walk, instruction.at));
  const path = pathOf({ kind: 'fresh', site: id });
  let marks = NO_MARKS;
  for (const [index, entry] of instruction.entries.entries()) {
    const value = evaluate(walk, state, entry.value);
    handOn(walk, value);
    giveAway(walk, state, value);
    const key = entry.key ? literalText(evaluate(walk, state, entry.key).text) : undefined;
    marks |= value.marks;
    if (key === undefined) walk.engine.openLiterals.add(id);
    if (entry.spread) { spread(walk, state, value, { id, at: instruction.at, except: namesOf(walk, state, instruction.entries.slice(index + 1)) }); continue; }
    const step = key ?? ELEMENT;
    keepStored(walk, state, [pathOf(path.root, [step])], [key === undefined ? `${id}${ELEMENT}` : `${id}.${key}`], value);
  }
  state.locals.set(instruction.to, { paths: [path], shapes: [objectShape(id)], marks, reads: [] });
}

const MAX_MEMBERS = 24;

interface Copy {
  readonly id: string;
  readonly at: Span;
  /** Names under which something else is put in the place of what is copied. */
  readonly except: ReadonlySet<string>;
}

function spread(walk: Walk, state: State, from: Value, copy: Copy): void {
  if (copy.except.size === 0) readWhole(walk, state, from, copy.at);
  copyEntries(walk, state, from, copy);
}

/** A spread copies the entries; the objects in them are the same ones. */
function copyEntries(walk: Walk, state: State, from: Value, { id, at, except }: Copy): void {
  const copy = pathOf({ kind: 'fresh', site: id });
  // What only this invocation knows needs no telling apart, and neither does what has no state.
  const isOwn = from.paths.every(({ root }) => root.kind === 'fresh');
  for (const name of memberNames(walk, from)) {
    if (except.has(name)) continue;
    if (isOwn) {
      keepConstant(walk, from, name, `${id}.${name}`);
      continue;
    }
    const member = loadField(walk, state, from, name, at);
    if (member.reads.length > 0 || !isStateless(walk.engine, member)) keepStored(walk, state, [extend(copy, name)], [`${id}.${name}`], member);
  }
  const element = elementOf(walk, state, from);
  if (element.shapes.length > 0 || element.paths.length > 0) keepStored(walk, state, [extend(copy, ELEMENT)], [`${id}${ELEMENT}`], { ...element, paths: [] });
}

/** Settings are put together from literals: what is written there is still known in the copy. */
function keepConstant({ engine }: Walk, { shapes }: Value, name: string, cell: string): void {
  for (const shape of shapes) {
    const text = shape.kind === 'object' ? engine.heap.get(`${shape.site}.${name}`).text : undefined;
    if (text && literalText(text) !== undefined) engine.heap.add(cell, { ...EMPTY, text });
  }
}

/** Names that entries are written under. */
function namesOf(walk: Walk, state: State, entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ key }) => (key ? (literalText(evaluate(walk, state, key).text) ?? []) : [])));
}

/** Names that objects with these shapes are known to have. */
export function memberNames({ engine }: Walk, { shapes }: Value): readonly string[] {
  const names = shapes.flatMap((shape) => {
    switch (shape.kind) {
      case 'object': return engine.heap.membersOf(shape.site).map((cell) => cell.slice(shape.site.length + 1));
      case 'instance': return engine.program.type(shape.type)?.fields.filter((field) => !field.isStatic).map((field) => field.name) ?? [];
      default: return [];
    }
  });
  return [...new Set(names)].slice(0, MAX_MEMBERS);
}

export function makeArray(walk: Walk, state: State, instruction: Extract<Instruction, { op: 'array' }>): void {
  const id = siteId(walk, instruction.at);
  renew(state, id);
  const path = pathOf({ kind: 'fresh', site: id });
  const { args } = evaluateArguments(walk, state, instruction.items, instruction.at);
  for (const value of args) giveAway(walk, state, value);
  for (const value of args) keepStored(walk, state, [pathOf(path.root, [ELEMENT])], [`${id}${ELEMENT}`], value);
  const shapes = instruction.type ? [instanceOf(instruction.type.name, true, instruction.type.args)] : [arrayShape(id)];
  const text = args.length > 40 ? undefined : listText(args.map((value) => value.text ?? hole(value.marks)));
  const made: Value = { paths: [path], shapes, marks: derive(...args).marks, reads: derive(...args).reads, ...(text ? { text } : {}), ...workIn(args) };
  state.locals.set(instruction.to, also(walk.engine, made, keptBy(walk.engine, made, args.flatMap((arg) => expiringIn(walk.engine, arg)))));
}
