/** Calls: of functions of the repository, which run, and of libraries, which are noted. */
import type { Call, Callee, FunctionId, Location, TypeId } from '../../ir/index.js';
import { folderOf } from '../files/files-below.js';
import { builtBy } from './builders.js';
import { asValues, positional, type Arguments } from './arguments.js';
import { libraryResult } from './library-functions.js';
import { methodResult } from './library-methods.js';
import type { Frame } from './frame.js';
import { memberIn, qualified } from './members.js';
import { joined } from './operations.js';
import { isThere, textOf, UNKNOWN, type Instance, type Made, type StaticValue } from './values.js';

const CONSTRUCTOR = '<constructor>';

/** What a call gives. */
export function call(frame: Frame, { callee, args, at }: Call): StaticValue {
  const given = frame.arguments(args);
  const place = frame.evaluator.locate(frame.body.id, at);
  switch (callee.kind) {
    case 'direct': return run(frame, callee.function, given, callee.receiver === undefined ? frame.invocation.self : frame.value(callee.receiver));
    case 'symbol': return callLibrary(frame, callee.name, given, place);
    case 'method': return callMethod(frame, frame.value(callee.receiver), callee.name, given, place);
    case 'super': return callBase(frame, callee, given, place);
    case 'value': return callValue(frame, frame.value(callee.value), given, place);
  }
}

/** An object of the class `name`; nothing is known of a class that is a value. */
export function construct(frame: Frame, name: TypeId | undefined, args: Arguments, at: Location): StaticValue {
  const { evaluator } = frame;
  if (name === undefined) {
    runHandedOver(frame, args);
    return UNKNOWN;
  }
  if (evaluator.program.type(name)) {
    const self: Instance = evaluator.created({ kind: 'instance', type: name, fields: new Map() });
    runConstructor(frame, name, args, self, at);
    return self;
  }
  const [first, second] = args.positional;
  if (name === 'URL' && second?.kind === 'path' && first) return joined(folderOf(second.path), [textOf(first)]);
  const collection = libraryResult(name, args);
  if (collection?.kind === 'list' || collection?.kind === 'record') return evaluator.created(collection);
  return make(frame, name, undefined, args, at);
}

function run(frame: Frame, id: FunctionId, args: Arguments | undefined, self: StaticValue | undefined): StaticValue {
  const { evaluator, environment, invocation } = frame;
  const isInner = evaluator.program.body(id)?.enclosing !== undefined;
  return evaluator.call(id, { args, self, environment: isInner ? environment : undefined, depth: invocation.depth + 1 });
}

function callClosure(frame: Frame, closure: Extract<StaticValue, { kind: 'closure' }>, args: Arguments | undefined): StaticValue {
  return frame.evaluator.call(closure.function, { args, self: closure.self, environment: closure.environment, depth: frame.invocation.depth + 1 });
}

function callValue(frame: Frame, value: StaticValue, args: Arguments, at: Location): StaticValue {
  switch (value.kind) {
    case 'closure': return callClosure(frame, value, args);
    case 'symbol': return callLibrary(frame, value.name, args, at);
    case 'type': return construct(frame, value.type, args, at);
    default:
      runHandedOver(frame, args);
      return UNKNOWN;
  }
}

function callLibrary(frame: Frame, name: string, args: Arguments, at: Location): StaticValue {
  return libraryResult(name, args) ?? make(frame, name, undefined, args, at);
}

function callMethod(frame: Frame, receiver: StaticValue, name: string, args: Arguments, at: Location): StaticValue {
  const { evaluator } = frame;
  if (receiver.kind === 'symbol') return callLibrary(frame, qualified(receiver.name, name), args, at);
  if (receiver.kind === 'namespace') return callValue(frame, memberIn(frame, receiver, name), args, at);
  if (receiver.kind === 'instance' || receiver.kind === 'type') {
    const method = evaluator.method(receiver.type, name);
    if (method) return run(frame, method.id, args, receiver);
  }
  const held = receiver.kind === 'instance' || receiver.kind === 'record' ? memberIn(frame, receiver, name) : UNKNOWN;
  if (held.kind === 'closure') return callClosure(frame, held, args);
  const built = name === 'build' ? builtBy(receiver) : undefined;
  if (built) return evaluator.make(built);
  return methodResult(frame, receiver, name, args) ?? make(frame, name, receiver, args, at);
}

function callBase(frame: Frame, callee: Callee & { readonly kind: 'super' }, args: Arguments, at: Location): StaticValue {
  const { evaluator, invocation: { self } } = frame;
  const base = evaluator.program.type(callee.type)?.bases[0]?.name;
  if (base === undefined) return UNKNOWN;
  if (callee.name !== CONSTRUCTOR) {
    const method = evaluator.method(base, callee.name);
    return method ? run(frame, method.id, args, self) : make(frame, callee.name, self ?? UNKNOWN, args, at);
  }
  if (self?.kind !== 'instance') return UNKNOWN;
  if (evaluator.program.type(base)) runConstructor(frame, base, args, self, at);
  else self.made = make(frame, base, undefined, args, at);
  initialise(frame, callee.type, self);
  return self;
}

/** What the class `type` does to a new object: with its own constructor, or with its base class's. */
function runConstructor(frame: Frame, type: TypeId, args: Arguments, self: Instance, at: Location): void {
  const { evaluator } = frame;
  const declaration = evaluator.program.type(type);
  const base = declaration?.bases[0]?.name;
  const own = declaration?.methods.find((method) => method.isConstructor);
  if (base === undefined) initialise(frame, type, self);
  if (own) run(frame, own.id, args, self);
  else if (base !== undefined && evaluator.program.type(base)) runConstructor(frame, base, args, self, at);
  else {
    // Records and data classes keep what they are made of.
    declaration?.fields.filter((field) => !field.isStatic).forEach(({ name }, i) => {
      const value = args.named.get(name)?.value ?? args.positional[i];
      if (value !== undefined) self.fields.set(name, { value });
    });
    if (base !== undefined) self.made = make(frame, base, undefined, args, at);
  }
  initialise(frame, type, self);
}

/** Runs the initialisers of fields, once for each object and class. */
function initialise(frame: Frame, type: TypeId, self: Instance): void {
  const init = frame.evaluator.program.type(type)?.instanceInit;
  const isNew = init !== undefined && frame.evaluator.isFirst(self, type);
  if (isNew) run(frame, init, positional([]), self);
}

function make(frame: Frame, by: string, receiver: StaticValue | undefined, args: Arguments, at: Location): Made {
  const results: StaticValue[] = [];
  const made = frame.evaluator.make({ by, args: asValues(args), at, results, ...(receiver === undefined ? {} : { receiver }) });
  results.push(...runHandedOver(frame, args));
  return made;
}

/** Functions that a library gets may be called by it; what they give. */
function runHandedOver(frame: Frame, { positional: values, named }: Arguments): readonly StaticValue[] {
  const handed = [...values, ...[...named.values()].map(({ value }) => value)];
  const nested = handed.flatMap((value) => (value.kind === 'record' ? [...value.entries.values()].map((property) => property.value) : value.kind === 'list' ? value.items : [value]));
  return nested.filter(isThere).flatMap((value) => (value.kind === 'closure' ? [frame.evaluator.inBranch(() => callClosure(frame, value, undefined))] : []));
}
