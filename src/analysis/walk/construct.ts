/** Construction of objects: initialisers and constructors run on a fresh object that the invocation owns. */
import type { Block, FunctionBody, Span, Statement, TypeId } from '../../ir/index.js';
import { pathOf } from '../domain/access-path.js';
import { NO_MARKS } from '../domain/marks.js';
import { instanceOf, isExpiring } from '../domain/shape.js';
import { renew } from '../domain/state.js';
import type { State } from '../domain/state.js';
import { hole, literalText } from '../domain/text.js';
import { derive } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { recordCall, touchType } from '../engine.js';
import { callRepository } from './call-repository.js';
import { callClosures, hasClosure } from './closures.js';
import { bestOverloads } from './overloads.js';
import { also, expiringIn, keptBy } from './expiring.js';
import { applyFact } from './library.js';
import { lastName, site, siteId } from './walk.js';
import type { Walk } from './walk.js';

/** `new type(args)`. */
export function construct(walk: Walk, state: State, type: TypeId, typeArgs: readonly import('../../ir/index.js').TypeRef[], args: readonly Value[], named: ReadonlyMap<string, Value>, at: Span): Value {
  const { engine } = walk;
  renew(state, siteId(walk, at));
  const object: Value = {
    paths: [pathOf({ kind: 'fresh', site: siteId(walk, at) })], shapes: [instanceOf(type, true, typeArgs)],
    marks: derive(...args, ...named.values()).marks, reads: derive(...args).reads,
  };
  if (!engine.program.type(type)) return constructLibrary(walk, state, type, object, args, named, at);
  touchType(engine, type);
  recordCall(engine, site(walk, at), `new ${lastName(type)}`, true, undefined);
  initialise(walk, state, type, object, args, at);
  return object;
}

/** Field initialisers from the top of the hierarchy down, then the constructor that fits. */
export function initialise(walk: Walk, state: State, type: TypeId, object: Value, args: readonly Value[], at: Span): void {
  const { hierarchy, program } = walk.engine;
  walk.engine.constructed.add(type);
  const lineage = hierarchy.ancestors(type).filter((name) => program.type(name)).reverse();
  for (const ancestor of lineage) {
    const init = program.type(ancestor)?.instanceInit;
    if (init !== undefined) callRepository(walk, state, [init], object, [], at);
  }
  runConstructor(walk, state, type, object, args, at);
}

/** Runs the constructors of `type` that take `args`; an implicit `super()` comes first. */
export function runConstructor(walk: Walk, state: State, type: TypeId, object: Value, args: readonly Value[], at: Span): void {
  const { hierarchy, program } = walk.engine;
  const candidates = bestOverloads(walk.engine, hierarchy.constructors(type, args.length), args);
  const bodies = candidates.flatMap((candidate) => program.body(candidate.id) ?? []);
  if (!bodies.some((body) => callsSuper(body.body))) {
    const base = program.type(type)?.bases.find((name) => program.type(name.name)?.kind === 'class');
    if (base) runConstructor(walk, state, base.name, object, bodies.length === 0 ? args : [], at);
  }
  if (bodies.length > 0) callRepository(walk, state, bodies.map((body: FunctionBody) => body.id), object, args, at);
}

function callsSuper(block: Block): boolean {
  return block.some((statement: Statement) => statement.op === 'call' && (
    (statement.callee.kind === 'super' && statement.callee.name === '<constructor>') ||
    (statement.callee.kind === 'direct' && statement.callee.receiver?.kind === 'this' && statement.callee.function.includes('<constructor'))));
}

function constructLibrary(walk: Walk, state: State, type: TypeId, object: Value, args: readonly Value[], named: ReadonlyMap<string, Value>, at: Span): Value {
  const fact = walk.engine.knowledge.call(`${type}.<constructor>`) ?? walk.engine.knowledge.method(type, '<constructor>');
  const known = fact !== undefined || walk.engine.knowledge.type(type) !== undefined;
  recordCall(walk.engine, site(walk, at), `new ${type}`, known, undefined);
  const kept = keptBy(walk.engine, object, [...args, ...named.values()].flatMap((arg) => expiringIn(walk.engine, arg)));
  if (!fact) return also(walk.engine, { ...object, text: hole(object.marks) }, kept);
  const value = applyFact(walk, state, { name: `${type}.<constructor>`, fact, receiver: undefined, args, named, at });
  // What runs functions of the request later belongs to the request, whatever its type.
  const harmless = fact.returnsHarmless === true && !args.some((arg) => hasClosure(walk, arg) || arg.paths.some((path) => path.root.kind === 'fresh' && arg.marks !== NO_MARKS));
  const special = fact.makes && literalText(args[fact.makes.argument]?.text) === fact.makes.is ? fact.makes.type : undefined;
  const shapes = special === undefined ? object.shapes : object.shapes.map((shape) => (shape.kind === 'instance' ? instanceOf(special, true, shape.args) : shape));
  return also(walk.engine, { ...object, shapes, ...(value.text ? { text: value.text } : {}), ...(value.work ? { work: value.work } : {}), ...(value.fromClock && (args.length === 0 || args.some((arg) => arg.fromClock)) ? { fromClock: true } : {}), marks: harmless ? NO_MARKS : object.marks, reads: value.reads }, [...kept, ...value.shapes.filter(isExpiring)]);
}

/** `new value(args)` where the class is a value: a class of the repository, a library's, or a constructor function. */
export function constructValue(walk: Walk, state: State, callee: Value, args: readonly Value[], named: ReadonlyMap<string, Value>, at: Span): Value {
  for (const shape of callee.shapes) {
    if (shape.kind === 'type') return construct(walk, state, shape.type, [], args, named, at);
    if (shape.kind === 'symbol') return construct(walk, state, shape.name, [], args, named, at);
    if (shape.kind === 'closure') {
      const object: Value = { paths: [pathOf({ kind: 'fresh', site: siteId(walk, at) })], shapes: [instanceOf(`fn ${shape.function}`, true)], marks: derive(...args).marks, reads: [] };
      callClosures(walk, state, { ...callee, paths: object.paths, shapes: [shape] }, args, at);
      return object;
    }
  }
  recordCall(walk.engine, site(walk, at), 'new ?', false, undefined);
  return { ...derive(callee, ...args), paths: [pathOf({ kind: 'fresh', site: siteId(walk, at) })] };
}
