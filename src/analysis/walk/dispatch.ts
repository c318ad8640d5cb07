/** Messages that a library hands to whichever class of the repository handles their type (`mediator.Send(new PlaceOrder(…))`). */
import type { FunctionId, TypeId } from '../../ir/index.js';
import type { State } from '../domain/state.js';
import { EMPTY, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { callRepository } from './call-repository.js';
import type { LibraryCall } from './library.js';
import { ownObject } from './services.js';
import { lastName } from './walk.js';
import type { Walk } from './walk.js';

/** Runs the handlers of the message in the first argument; a message without one leaves the function unproven. */
export function dispatch(walk: Walk, state: State, call: LibraryCall, interfaces: readonly TypeId[]): Value {
  const messages = call.args[0]?.shapes.flatMap((shape) => (shape.kind === 'instance' ? [shape.type] : [])) ?? [];
  const handlers = messages.flatMap((message) => handlersOf(walk.engine, message, interfaces));
  if (handlers.length === 0) walk.engine.cuts.add(`no class was found that handles the message of ${lastName(call.name)} in ${walk.fn.name}`);
  return handlers.map(({ type, method }) => run(walk, state, call, type, method)).reduce(joinValues, EMPTY);
}

interface Handler {
  readonly type: TypeId;
  readonly method: FunctionId;
}

function handlersOf({ program }: Engine, message: TypeId, interfaces: readonly TypeId[]): readonly Handler[] {
  return interfaces.flatMap((name) => program.directSubtypes(name).flatMap((type) => {
    const declaration = program.type(type);
    const handles = declaration?.bases.some((base) => base.name === name && base.args[0]?.name === message);
    const method = declaration?.methods.find((candidate) => !candidate.isStatic && !candidate.isConstructor && candidate.parameters[0]?.type?.name === message);
    return handles && method ? [{ type, method: method.id }] : [];
  }));
}

/** Handlers are made for each message, with what the container injects. */
function run(walk: Walk, state: State, call: LibraryCall, type: TypeId, method: FunctionId): Value {
  const object = ownObject(walk, state, type, { scope: 'request', role: 'handler', at: call.at });
  return callRepository(walk, state, [method], object, call.args, call.at);
}
