/** Members of a promise that the code has hold of, where the language lets a thread wait for it (`task.Result`). */
import type { Span } from '../../ir/index.js';
import { instanceOf } from '../domain/shape.js';
import type { Shape } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import type { Value } from '../domain/value.js';
import { applyFact } from './library.js';
import type { LibraryCall } from './library.js';
import { declaredShape } from './walk.js';
import type { Walk } from './walk.js';
import { isUnsettled, settle, withoutWork } from './works.js';

/** What the member of the promise gives that the value still is; nothing when the value is no promise, or the member none of it. */
export function promiseMember(walk: Walk, state: State, object: Value, name: string, at: Span, operands: Pick<LibraryCall, 'args' | 'named'> = NO_OPERANDS): Value | undefined {
  const type = walk.engine.knowledge.promise;
  if (type === undefined || (!object.work && !isUnsettled(walk, object))) return undefined;
  const fact = walk.engine.knowledge.method(type, name);
  if (!fact || fact.follows) return undefined;
  const result = applyFact(walk, state, { name: `${type}.${name}`, fact, receiver: { ...object, shapes: [instanceOf(type, true)] }, ...operands, at });
  // Who has waited for it once, or asked how it stands, goes on with a promise that is settled.
  if (!fact.returnsReceiver && !fact.returnsView) settle(walk, object);
  if (fact.returnsElement) return { ...withoutWork(object), shapes: object.shapes.flatMap((shape) => settledShapes(walk, shape)) };
  return fact.returnsReceiver ? { ...result, shapes: object.shapes } : result;
}

/** What the promise of a declared type gives. */
function settledShapes(walk: Walk, shape: Shape): readonly Shape[] {
  if (shape.kind !== 'instance' || walk.engine.knowledge.type(shape.type)?.promise === undefined) return [shape];
  return declaredShape(shape.args[0]);
}

const NO_OPERANDS: Pick<LibraryCall, 'args' | 'named'> = { args: [], named: new Map() };
