/** Shapes: what an object is, as far as calls and fields need to know. Interned by key, so identity is equality. */
import type { FunctionId, TypeId, TypeRef } from '../../ir/index.js';
import type { ExpiryFact } from '../../knowledge/schema.js';
import { internTable } from './interning.js';

export type Shape =
  /**
   * An instance; `exact` when its construction was seen, otherwise it may be any subtype. With `behind` it is a live view of an
   * instance of that type (`map.values()`): the same object, seen through other methods.
   */
  | { readonly key: string; readonly kind: 'instance'; readonly type: TypeId; readonly exact: boolean; readonly args: readonly TypeRef[]; readonly behind?: TypeId }
  | { readonly key: string; readonly kind: 'closure'; readonly function: FunctionId }
  /** A method of a library object, taken as a value: `const { query } = connection`. */
  | { readonly key: string; readonly kind: 'member'; readonly type: TypeId; readonly name: string }
  | { readonly key: string; readonly kind: 'symbol'; readonly name: string }
  | { readonly key: string; readonly kind: 'type'; readonly type: TypeId }
  | { readonly key: string; readonly kind: 'namespace'; readonly module: string }
  /** An object or sequence literal, by the place that makes it. */
  | { readonly key: string; readonly kind: 'object'; readonly site: string }
  | { readonly key: string; readonly kind: 'array'; readonly site: string }
  /**
   * Beside what else the value is: something that is good for a while only (`itself`, or a part of it), an object that goes on
   * using such a thing (`held`), or a request for one (`asked`).
   */
  | { readonly key: string; readonly kind: 'expiring'; readonly expiry: ExpiryFact; readonly as: 'itself' | 'held' | 'asked' };

const interned = internTable<Shape>();

function intern<S extends Shape>(shape: S): S {
  const known = interned.get(shape.key);
  if (known) return known as S;
  interned.set(shape.key, shape);
  return shape;
}

export function instanceOf(type: TypeId, exact: boolean, args: readonly TypeRef[] = []): Shape {
  if (args.length > 0) return intern({ key: `${exact ? 'new ' : 'is '}${type}<${args.map(typeRefKey).join(',')}>`, kind: 'instance', type, exact, args });
  const plain = exact ? plainInstances : plainDeclared;
  let shape = plain.get(type);
  if (!shape) plain.set(type, (shape = intern({ key: `${exact ? 'new ' : 'is '}${type}`, kind: 'instance', type, exact, args: [] })));
  return shape;
}

/** Without type arguments, by the type: of objects made here, and of those only declared so. */
const plainInstances = internTable<Shape>();
const plainDeclared = internTable<Shape>();

/** A live view of an instance of `behind`. */
export function viewShape(type: TypeId, args: readonly TypeRef[], behind: TypeId): Shape {
  const suffix = args.length > 0 ? `<${args.map(typeRefKey).join(',')}>` : '';
  return intern({ key: `view ${type}${suffix} of ${behind}`, kind: 'instance', type, exact: true, args, behind });
}

export const closureShape = (fn: FunctionId): Shape => intern({ key: `fn ${fn}`, kind: 'closure', function: fn });
export const memberShape = (type: TypeId, name: string): Shape => intern({ key: `member ${type}.${name}`, kind: 'member', type, name });
export const symbolShape = (name: string): Shape => intern({ key: `@${name}`, kind: 'symbol', name });
export const typeShape = (type: TypeId): Shape => intern({ key: `type ${type}`, kind: 'type', type });
export const namespaceShape = (module: string): Shape => intern({ key: `namespace ${module}`, kind: 'namespace', module });
export const objectShape = (site: string): Shape => intern({ key: `object ${site}`, kind: 'object', site });
export const arrayShape = (site: string): Shape => intern({ key: `array ${site}`, kind: 'array', site });

export type Expiring = Extract<Shape, { kind: 'expiring' }>;
export function isExpiring(shape: Shape): shape is Expiring {
  return shape.kind === 'expiring';
}

export const expiringShape = (expiry: ExpiryFact, as: Expiring['as']): Expiring => intern({ key: `expiring ${as} ${JSON.stringify(expiry)}`, kind: 'expiring', expiry, as });

/** What a value is said to be where it is declared helps where nothing is known of it but that it expires. */
export function orDeclared(shapes: readonly Shape[], declared: readonly Shape[]): readonly Shape[] {
  if (declared.length === 0 || shapes.some(({ kind }) => kind !== 'expiring')) return shapes;
  return shapes.length === 0 ? declared : [...declared, ...shapes];
}

export function typeRefKey(type: TypeRef): string {
  return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(typeRefKey).join(',')}>`;
}
