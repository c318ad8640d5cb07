/** Calls: who is called, from abstract values, the class hierarchy and the knowledge, in that order. */
import type { Argument, Call, Callee, FunctionSignature, Span, TypeId, TypeRef } from '../../ir/index.js';
import type { CallFact } from '../../knowledge/schema.js';
import { NO_MARKS, isRequest } from '../domain/marks.js';
import { instanceOf, orDeclared } from '../domain/shape.js';
import type { Shape } from '../domain/shape.js';
import { copyState, joinStates } from '../domain/state.js';
import type { State } from '../domain/state.js';
import { EMPTY, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { recordIteration } from './contents.js';
import { recordCall, touchType } from '../engine.js';
import type { Engine } from '../engine.js';
import { bestOverloads } from './overloads.js';
import { callRepository, unknownResult } from './call-repository.js';
import { callClosures, closuresOf, hasClosure } from './closures.js';
import { construct, constructValue, runConstructor } from './construct.js';
import { partOf } from './expiring.js';
import { applyFact } from './library.js';
import { exported } from './members.js';
import { elementOf, loadField } from './places.js';
import { noteHandover } from './record.js';
import { promiseMember } from './promises.js';
import { keptByContainer, ofComponent, resolved } from './provide.js';
import { declaredShape, evaluate, lastName, site, siteId, thisValue } from './walk.js';
import type { Walk } from './walk.js';
import { giveAway } from './loans.js';
import { carrying, handOn, noteCompletion, takeUp } from './works.js';

interface Operands {
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly at: Span;
  /** The declared type of what the result goes to. */
  readonly asked?: TypeRef;
  /** Type arguments that the call writes. */
  readonly typeArguments?: readonly TypeRef[];
}

export function call(walk: Walk, state: State, instruction: Call): Value {
  const asked = instruction.to === undefined ? undefined : walk.fn.localTypes.get(instruction.to);
  const operands = evaluateArguments(walk, state, instruction.args, instruction.at);
  for (const arg of [...operands.args, ...operands.named.values()]) handOn(walk, arg);
  return dispatch(walk, state, instruction.callee, { ...operands, at: instruction.at, ...(asked ? { asked } : {}), ...typeArgumentsOf(walk, instruction) });
}

function typeArgumentsOf(walk: Walk, { typeArguments }: Call): Pick<Operands, 'typeArguments'> {
  return typeArguments === undefined ? {} : { typeArguments: typeArguments.map((type) => resolved(walk, type) ?? type) };
}

export function evaluateArguments(walk: Walk, state: State, args: readonly Argument[], at: Span): { readonly args: readonly Value[]; readonly named: ReadonlyMap<string, Value> } {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  for (const argument of args) {
    const value = evaluate(walk, state, argument.value);
    if (argument.spread) recordIteration(walk, state, value, at);
    if (argument.name !== undefined) named.set(argument.name, value);
    else positional.push(argument.spread ? carrying(elementOf(walk, state, value), value.work) : value);
  }
  return { args: positional, named };
}

function dispatch(walk: Walk, state: State, callee: Callee, operands: Operands): Value {
  switch (callee.kind) {
    case 'direct': {
      const body = walk.engine.program.body(callee.function);
      recordCall(walk.engine, site(walk, operands.at), callee.function, body !== undefined, undefined);
      if (body?.owner !== undefined && body.isStatic) touchType(walk.engine, body.owner);
      const receiver = callee.receiver ? evaluate(walk, state, callee.receiver) : undefined;
      return keptByContainer(walk, [callee.function]) ?? callRepository(walk, state, [callee.function], receiver, bindNamed(body, operands), operands.at, 'now', operands.typeArguments);
    }
    case 'symbol': return callSymbol(walk, state, callee.name, undefined, operands);
    case 'value': return callValue(walk, state, evaluate(walk, state, callee.value), operands, 'function value');
    case 'super': return callSuper(walk, state, callee, operands);
    case 'method': return callMethod(walk, state, callee, operands);
  }
}

/** Named arguments at their parameter's position. */
function bindNamed(signature: FunctionSignature | undefined, operands: Operands): readonly Value[] {
  if (!signature || operands.named.size === 0) return operands.args;
  const args = [...operands.args];
  signature.parameters.forEach((parameter, index) => {
    const value = operands.named.get(parameter.name);
    if (value) args[index] = value;
  });
  for (let i = 0; i < args.length; i++) args[i] ??= EMPTY;
  return args;
}

function callSymbol(walk: Walk, state: State, name: string, receiver: Value | undefined, operands: Operands): Value {
  const { engine } = walk;
  const fact = literalArgumentFact(walk, name, operands) ?? engine.knowledge.call(name);
  const replaced = engine.heap.get(`@${name}`);
  recordCall(engine, site(walk, operands.at), name, fact !== undefined || replaced.shapes.length > 0, undefined);
  if (hasClosure(walk, replaced)) callClosures(walk, state, replaced, operands.args, operands.at);
  const text = engine.knowledge.symbol(`${name}(${operands.args.map((arg) => firstLiteral(arg)).join(', ')})`);
  if (text?.text !== undefined) return evaluate(walk, state, { kind: 'constant', value: text.text });
  if (fact) return applyFact(walk, state, { name, fact, receiver: fact.on === undefined ? receiver : operands.args[fact.on], ...operands, ...asMethod(fact, receiver, operands) });
  if (engine.knowledge.type(name)) return construct(walk, state, name, [], operands.args, operands.named, operands.at);
  return unresolved(walk, state, name, receiver, operands);
}

/** `paths.forEach(File::delete)`, `Path.unlink(p)`: a method by its name, with the object as first argument. */
function asMethod({ files, on }: CallFact, receiver: Value | undefined, { args: [object, ...args] }: Operands): { readonly receiver: Value; readonly args: readonly Value[] } | undefined {
  return !receiver && object && on === undefined && files?.every(({ argument }) => argument < 0) ? { receiver: object, args } : undefined;
}

function literalArgumentFact(walk: Walk, name: string, operands: Operands): ReturnType<Walk['engine']['knowledge']['call']> {
  const key = operands.args.map(firstLiteral).join(', ');
  return key === '' && operands.args.length > 0 ? undefined : walk.engine.knowledge.callNamed(`${name}(${key})`);
}

function firstLiteral(value: Value | undefined): string {
  const part = value?.text?.alternatives[0]?.[0];
  return part?.kind === 'literal' ? part.text : '';
}

/** Code that nobody looked into: functions it gets may run, request data goes in, the result may be anything of that. */
function unresolved(walk: Walk, state: State, name: string, receiver: Value | undefined, operands: Operands): Value {
  const args = [...operands.args, ...operands.named.values()];
  const value = unknownResult(receiver, args);
  walk.throws++;
  for (const arg of receiver && receiver.shapes.length === 0 ? [receiver, ...args] : args) giveAway(walk, state, arg);
  if (receiver) takeUp(walk, receiver);
  for (const arg of args) if (hasClosure(walk, arg)) takeUp(walk, callClosures(walk, state, arg, [{ ...EMPTY, marks: value.marks }], operands.at));
  if (isRequest(value.marks)) walk.engine.escapes.set(siteId(walk, operands.at), { into: name, site: site(walk, operands.at) });
  // A wrapper hands on what it wraps: `handler = middy(fn)` is called like `fn`.
  const wrapped = args.flatMap((arg) => arg.shapes.filter((shape) => shape.kind === 'closure'));
  return wrapped.length > 0 ? { ...value, shapes: wrapped } : value;
}

function callValue(walk: Walk, state: State, callee: Value, operands: Operands, name: string): Value {
  let result: Value | undefined;
  for (const functions of [callee, keptFunctions(walk, state, callee)]) {
    const closures = closuresOf(walk, functions);
    if (closures.length === 0) continue;
    recordCall(walk.engine, site(walk, operands.at), name, true, undefined);
    const returned = callRepository(walk, state, closures, functions, bindNamed(walk.engine.program.body(closures[0] ?? ''), operands), operands.at);
    result = joinIfAny(result, returned);
  }
  for (const shape of callee.shapes) {
    if (shape.kind === 'symbol') result = joinValues(result ?? EMPTY, callSymbol(walk, state, shape.name, undefined, operands));
    else if (shape.kind === 'member' || shape.kind === 'instance') result = joinIfAny(result, callMember(walk, state, shape, callee, operands));
    else if (shape.kind === 'type') result = joinValues(result ?? EMPTY, constructValue(walk, state, callee, operands.args, operands.named, operands.at));
  }
  if (result) return result;
  recordCall(walk.engine, site(walk, operands.at), name, false, undefined);
  noteCompletion(walk, callee);
  return unresolved(walk, state, name, callee, operands);
}

/** What is called may keep several functions, each of which is run (delegates that were added to an event). */
function keptFunctions(walk: Walk, state: State, callee: Value): Value {
  return callee.paths.some(({ root }) => root.kind !== 'symbol') && !callee.shapes.some(({ kind }) => kind === 'array') ? elementOf(walk, state, callee) : EMPTY;
}

function joinIfAny(a: Value | undefined, b: Value | undefined): Value | undefined {
  return a && b ? joinValues(a, b) : (a ?? b);
}

/** A library method taken as a value, or a library object that can be called. */
function callMember(walk: Walk, state: State, shape: Extract<Shape, { kind: 'member' | 'instance' }>, callee: Value, operands: Operands): Value | undefined {
  const name = shape.kind === 'member' ? shape.name : '<call>';
  const fact = walk.engine.knowledge.method(shape.type, name);
  if (!fact) return undefined;
  recordCall(walk.engine, site(walk, operands.at), name, true, true);
  const receiver: Value = { ...callee, shapes: [instanceOf(shape.type, true)] };
  return applyFact(walk, state, { name: `${shape.type}.${name}`, fact, receiver, ...operands });
}

function callSuper(walk: Walk, state: State, callee: Extract<Callee, { kind: 'super' }>, operands: Operands): Value {
  const { engine } = walk;
  const bases = engine.program.type(callee.type)?.bases ?? [];
  const receiver = thisValue(walk);
  for (const base of bases) {
    if (!engine.program.type(base.name)) continue;
    if (callee.name === '<constructor>') { runConstructor(walk, state, base.name, receiver, operands.args, operands.at); return EMPTY; }
    const methods = engine.hierarchy.methods(base.name, callee.name, operands.args.length).filter((method) => !method.isAbstract);
    if (methods.length === 0) continue;
    recordCall(engine, site(walk, operands.at), callee.name, true, undefined);
    return callRepository(walk, state, methods.map((method) => method.id), receiver, operands.args, operands.at);
  }
  for (const base of bases) {
    const fact = engine.knowledge.method(base.name, callee.name);
    if (fact) return applyFact(walk, state, { name: `${base.name}.${callee.name}`, fact, receiver, ...operands });
  }
  if (callee.name !== '<constructor>') handOver(walk, receiver, callee.name, operands);
  recordCall(engine, site(walk, operands.at), `super.${callee.name}`, bases.length === 0 || callee.name === '<constructor>', undefined);
  return unknownResult(receiver, operands.args);
}

function callMethod(walk: Walk, state: State, callee: Extract<Callee, { kind: 'method' }>, operands: Operands): Value {
  const { engine } = walk;
  const receiver = withDeclaredType(evaluate(walk, state, callee.receiver), callee.type);
  const promised = promiseMember(walk, state, receiver, callee.name, operands.at, operands);
  if (promised) { recordCall(engine, site(walk, operands.at), callee.name, true, true); return partOf(engine, receiver, promised); }
  const known = receiver.shapes.some(({ kind }) => kind !== 'expiring');
  const results: { value: Value; state: State }[] = [];
  for (const shape of targetShapes(receiver.shapes)) {
    const branch = receiver.shapes.length === 1 ? state : copyState(state);
    const value = callOn(walk, branch, shape, receiver, callee.name, operands);
    if (value) results.push({ value, state: branch });
  }
  if (results.length === 0) return partOf(engine, receiver, callUnknown(walk, state, receiver, callee.name, operands, known));
  recordCall(engine, site(walk, operands.at), callee.name, true, true);
  const after = results.map((result) => result.state).reduce<State | undefined>((joined, next) => joinStates(joined, next), undefined);
  if (after && after !== state) Object.assign(state, after);
  return partOf(engine, receiver, results.map((result) => result.value).reduce(joinValues));
}

/** The declared type helps where nothing better is known. */
function withDeclaredType(receiver: Value, type: Extract<Callee, { kind: 'method' }>['type']): Value {
  return type ? { ...receiver, shapes: orDeclared(receiver.shapes, declaredShape(type)) } : receiver;
}

const MAX_TARGET_SHAPES = 24;

/** A shape that is seen exactly says more than a declared supertype of it. */
function targetShapes(shapes: readonly Shape[]): readonly Shape[] {
  const exact = shapes.filter((shape) => shape.kind !== 'symbol' && shape.kind !== 'expiring' && (shape.kind !== 'instance' || shape.exact));
  return (exact.length > 0 ? exact : shapes).slice(0, MAX_TARGET_SHAPES);
}

/**
 * Classes that an object declared as `type` may have: those of which code that runs makes an instance (rapid type analysis), and
 * those that a container may make: bound, or with an annotation. All of them when none is known to be made.
 */
function livingSubtypes(engine: Engine, type: TypeId): readonly TypeId[] {
  // What a method of a container makes is only known once it has run.
  for (const binding of engine.registrations.of({ name: type, args: [] })) if (binding.provider !== undefined && binding.by === undefined) engine.singletons.add(binding);
  const all = engine.hierarchy.concreteSubtypes(type);
  if (!all.some((candidate) => engine.constructed.has(candidate))) return all;
  return all.filter((candidate) => engine.constructed.has(candidate) || isMadeElsewhere(engine, candidate));
}

function isMadeElsewhere({ program }: Engine, type: TypeId): boolean {
  const declaration = program.type(type);
  if (declaration?.kind !== 'class' || declaration.annotations.length > 0) return true;
  return declaration.methods.some((method) => method.isConstructor && method.annotations.length > 0) || program.bindings().some((binding) => binding.implementation === type);
}

/** The call on one possible receiver; nothing when neither code nor fact is found. */
function callOn(walk: Walk, state: State, shape: Shape, receiver: Value, name: string, operands: Operands): Value | undefined {
  const { engine } = walk;
  const library = (type: TypeId): Value | undefined => {
    const fact = engine.knowledge.method(type, name);
    return fact && applyFact(walk, state, { name: `${type}.${name}`, fact, receiver, ...operands });
  };
  switch (shape.kind) {
    case 'instance': return callOnInstance(walk, state, shape, receiver, name, operands) ?? library(shape.type);
    case 'symbol': {
      const fullName = `${shape.name}.${name}`;
      if (engine.heap.has(`@${fullName}`)) return callValue(walk, state, loadField(walk, state, { ...receiver, shapes: [shape] }, name, operands.at), operands, name);
      const hasFact = engine.knowledge.call(fullName) !== undefined;
      if (hasFact) return callSymbol(walk, state, fullName, receiver, operands);
      return receiver.shapes.some((other) => other.kind === 'instance') && !engine.knowledge.type(shape.name) ? undefined : library(shape.name);
    }
    case 'type': {
      const methods = engine.hierarchy.methods(shape.type, name, operands.args.length);
      touchType(engine, shape.type);
      if (methods.length === 0) return inheritedLibraryMethod(walk, state, shape.type, receiver, name, operands);
      return callRepository(walk, state, methods.map((method) => method.id), receiver, bindNamed(methods[0], operands), operands.at);
    }
    case 'namespace': {
      const value = exported(walk, state, shape.module, name, operands.at);
      return value && callValue(walk, state, value, operands, name);
    }
    case 'object': case 'array': {
      const member = loadField(walk, state, { ...receiver, shapes: [shape] }, name, operands.at);
      const closures = closuresOf(walk, member);
      if (closures.length > 0) return callRepository(walk, state, closures, receiver, bindNamed(engine.program.body(closures[0] ?? ''), operands), operands.at);
      if (member.shapes.some((s) => s.kind === 'symbol')) return callValue(walk, state, member, operands, name);
      return library(shape.kind === 'array' ? 'Array' : 'Object') ?? library(shape.kind === 'array' ? 'list' : 'dict');
    }
    case 'member': case 'expiring': return undefined;
    case 'closure': {
      // Where functions are no objects with methods of their own, whatever is called on one runs it (`supplier.get()`, `task.run()`).
      if (engine.knowledge.type('Function') === undefined) return callRepository(walk, state, [shape.function], receiver, operands.args, operands.at);
      if (name === 'call') return callRepository(walk, state, [shape.function], operands.args[0], operands.args.slice(1), operands.at);
      if (name === 'apply') return callRepository(walk, state, [shape.function], operands.args[0], [], operands.at);
      if (name === 'bind') return bound(shape, receiver, operands.args);
      return library('Function');
    }
  }
}

/** A function value that runs on a receiver of its own. */
function bound(shape: Shape, callee: Value, args: readonly Value[]): Value {
  const target = args[0];
  const marks = args.reduce((all, arg) => all | arg.marks, callee.marks);
  if (!target || target.paths.length === 0) return { ...callee, shapes: [shape], marks };
  return { ...callee, paths: target.paths, shapes: [shape, ...target.shapes.filter((candidate) => candidate.kind === 'instance')], marks };
}

function callOnInstance(walk: Walk, state: State, shape: Extract<Shape, { kind: 'instance' }>, object: Value, name: string, operands: Operands): Value | undefined {
  const { engine } = walk;
  const { type, exact } = shape;
  const receiver: Value = { ...object, shapes: [shape] };
  if (!engine.program.type(type) && engine.program.directSubtypes(type).length === 0) return undefined;
  const types = exact ? [type] : livingSubtypes(engine, type);
  const candidates = new Set<string>();
  for (const candidate of types.length > 0 ? types : [type]) {
    const methods = engine.hierarchy.methods(candidate, name, operands.args.length).filter((method) => !method.isAbstract);
    for (const method of bestOverloads(engine, methods, operands.args)) candidates.add(method.id);
  }
  if (candidates.size === 0) {
    return callFieldFunction(walk, state, type, receiver, name, operands) ?? inheritedLibraryMethod(walk, state, type, receiver, name, operands)
      ?? ofComponent(walk, state, type, receiver, engine.hierarchy.methods(type, name, operands.args.length)[0], operands.at);
  }
  const signature = engine.program.body([...candidates][0] ?? '');
  return keptByContainer(walk, [...candidates]) ?? callRepository(walk, state, [...candidates], receiver, bindNamed(signature, operands), operands.at, 'now', operands.typeArguments);
}

/** `this.callback(x)`: a field that holds a function. */
function callFieldFunction(walk: Walk, state: State, type: TypeId, receiver: Value, name: string, operands: Operands): Value | undefined {
  if (!walk.engine.hierarchy.field(type, name) && !walk.engine.heap.has(`${type}#${name}`)) return undefined;
  const member = loadField(walk, state, { ...receiver, shapes: [instanceOf(type, false)] }, name, operands.at);
  return hasClosure(walk, member) || member.shapes.some((shape) => shape.kind === 'symbol') ? callValue(walk, state, member, operands, name) : undefined;
}

function inheritedLibraryMethod(walk: Walk, state: State, type: TypeId, receiver: Value, name: string, operands: Operands): Value | undefined {
  for (const ancestor of walk.engine.hierarchy.ancestors(type)) {
    if (walk.engine.program.type(ancestor)) continue;
    const fact = walk.engine.knowledge.method(ancestor, name);
    if (fact) return applyFact(walk, state, { name: `${ancestor}.${name}`, fact, receiver, ...operands });
  }
  return undefined;
}

/** The receiver is not known, or nothing is known of the method. A fact for this method on any type may still apply. */
function callUnknown(walk: Walk, state: State, receiver: Value, name: string, operands: Operands, known: boolean): Value {
  const { engine } = walk;
  const member = known ? EMPTY : loadField(walk, state, receiver, name, operands.at);
  if (hasClosure(walk, member)) return callValue(walk, state, member, operands, name);
  const fact = engine.knowledge.method('?', name);
  const label = receiver.shapes[0] ? `${shapeName(receiver.shapes[0])}.${name}` : `?.${name}`;
  recordCall(engine, site(walk, operands.at), label, fact !== undefined, known);
  if (fact) return applyFact(walk, state, { name, fact, receiver, ...operands });
  if (known) handOver(walk, receiver, name, operands);
  return unresolved(walk, state, label, receiver, operands);
}

/** An object of a library that nobody has looked at may keep what it is given, in its own fields or in those of the class it is a base of. */
function handOver(walk: Walk, receiver: Value, name: string, operands: Operands): void {
  const { hierarchy, knowledge, program } = walk.engine;
  const classes = receiver.shapes.flatMap((shape) => (shape.kind === 'instance' ? hierarchy.ancestors(shape.type) : []));
  const unknown = classes.find((type) => program.type(type) === undefined && knowledge.type(type) === undefined);
  if (unknown === undefined) return;
  const marks = [...operands.args, ...operands.named.values()].reduce((all, arg) => all | arg.marks, NO_MARKS);
  for (const path of receiver.paths) noteHandover(walk, { path, marks, into: `${lastName(unknown)}.${name}`, site: site(walk, operands.at) });
}

function shapeName(shape: Shape): string {
  switch (shape.kind) {
    case 'instance': case 'type': return shape.type;
    case 'symbol': return shape.name;
    case 'namespace': return shape.module;
    case 'closure': return lastName(shape.function);
    case 'member': return `${shape.type}.${shape.name}`;
    case 'object': return 'Object';
    case 'array': return 'Array';
    case 'expiring': return shape.expiry.what;
  }
}
