/** Names: which variable, class, module or library name one means, reading and writing it. */
import type { Operand, Place, Span } from '../../../ir/index.js';
import { entityOfImport, entityOfName, memberOf, undeclared, type Entity } from '../entities.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { dottedName, unwrap } from '../syntax.js';
import { local, type FunctionContext } from './context.js';

/** What a name means where it stands. */
export type Meaning =
  | { readonly kind: 'local'; readonly name: string }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'operand'; readonly operand: Operand }
  | { readonly kind: 'entity'; readonly entity: Entity };

/** What `name` means in `f`, looked for from `from` outwards. */
export function meaningOf(f: FunctionContext, name: string, from: FunctionContext | undefined = f): Meaning {
  let crossedMethod = false;
  for (let context: FunctionContext | undefined = from; context !== undefined; context = context.parent) {
    const found = context === from || context.kind !== 'class' ? inContext(f, context, name, crossedMethod) : undefined;
    if (found !== undefined) return found;
    if (context.names.globals.has(name)) break;
    crossedMethod ||= context.receiver !== undefined || context.kind === 'class';
  }
  return moduleMeaning(f, name);
}

function inContext(f: FunctionContext, context: FunctionContext, name: string, crossedMethod: boolean): Meaning | undefined {
  if (context.names.globals.has(name)) return undefined;
  const bindings = context.names.bindings.get(name);
  const [first] = bindings ?? [];
  if (context.kind === 'function' && first?.kind === 'class' && bindings?.length === 1) return { kind: 'entity', entity: { kind: 'class', id: first.id } };
  const unique = context.builder.lookup(name);
  if (unique !== undefined) {
    if (context === f) return { kind: 'local', name: unique };
    context.builder.capture(unique);
    return { kind: 'place', place: { kind: 'captured', owner: context.builder.id, name: unique } };
  }
  if (context.receiver?.name === name) return receiverMeaning(context, crossedMethod);
  if (bindings === undefined || context.kind === 'module') return undefined;
  if (context.kind === 'class' && context.type !== undefined) return classMeaning(context, name);
  return first?.kind === 'import' ? { kind: 'entity', entity: entityOfImport(f.file.project, f.file.file, first.spec) } : undefined;
}

/** A method of a class inside a method has a receiver of its own: it gets the outer one as a variable. */
function receiverMeaning(context: FunctionContext, crossedMethod: boolean): Meaning | undefined {
  const { receiver, builder } = context;
  if (receiver === undefined) return undefined;
  if (!crossedMethod || receiver.operand.kind !== 'this') return { kind: 'operand', operand: receiver.operand };
  const key = `${receiver.name}$outer`;
  let kept = builder.lookup(key);
  if (kept === undefined) {
    kept = builder.declare(key);
    builder.emit({ op: 'move', to: kept, from: receiver.operand, at: { start: 0, end: 0 } });
  }
  builder.capture(kept);
  return { kind: 'place', place: { kind: 'captured', owner: builder.id, name: kept } };
}

/** In a class body its own names are static fields and methods. */
function classMeaning(context: FunctionContext, name: string): Meaning | undefined {
  const { type } = context;
  if (type === undefined) return undefined;
  const binding = context.names.bindings.get(name)?.[0];
  if (binding?.kind === 'class') return { kind: 'entity', entity: { kind: 'class', id: binding.id } };
  return { kind: 'place', place: { kind: 'static', type, field: name } };
}

function moduleMeaning(f: FunctionContext, name: string): Meaning {
  const { project, file } = f.file;
  const entity = entityOfName(project, file, name);
  if (entity?.kind === 'variable') return { kind: 'place', place: { kind: 'module', module: entity.module, name: entity.name } };
  if (entity !== undefined) return { kind: 'entity', entity };
  const assigned = f.names.globals.has(name) || f.names.bindings.has(name);
  return assigned ? { kind: 'place', place: { kind: 'module', module: file, name } } : { kind: 'entity', entity: undeclared(project, file, name) };
}

/** What `node`, a name or names joined by dots, certainly stands for. */
export function entityOf(f: FunctionContext, node: SyntaxNode | undefined): Entity | undefined {
  const name = node && dottedName(unwrap(node));
  if (name === undefined) return undefined;
  const [first = '', ...rest] = name.split('.');
  const meaning = meaningOf(f, first);
  let entity = meaningEntity(f, meaning);
  for (const part of rest) entity = entity && memberOf(f.file.project, entity, part);
  return entity;
}

function meaningEntity(f: FunctionContext, meaning: Meaning): Entity | undefined {
  if (meaning.kind === 'entity') return meaning.entity;
  return meaning.kind === 'operand' && meaning.operand.kind === 'type' && f.file.project.classOf(meaning.operand.type) !== undefined
    ? { kind: 'class', id: meaning.operand.type } : undefined;
}

export function load(f: FunctionContext, place: Place, at: Span): Operand {
  return f.builder.produce((to) => ({ op: 'load', to, place, at }));
}

/** The value of an entity. */
export function readEntity(f: FunctionContext, entity: Entity, at: Span): Operand {
  switch (entity.kind) {
    case 'symbol': return { kind: 'symbol', name: entity.name };
    case 'class': return { kind: 'type', type: entity.id };
    case 'module':
      return entity.module.file === undefined ? { kind: 'symbol', name: entity.module.path.replaceAll('/', '.') } : { kind: 'namespace', module: entity.module.file };
    case 'function': return f.builder.produce((to) => ({ op: 'closure', to, function: entity.id, at }));
    case 'variable': return load(f, { kind: 'module', module: entity.module, name: entity.name }, at);
  }
}

export function readName(f: FunctionContext, name: string, at: Span): Operand {
  return readMeaning(f, meaningOf(f, name), at);
}

/** The value of `name` as the code around the function means it. */
export function readOuterName(f: FunctionContext, name: string, at: Span): Operand {
  return f.parent === undefined ? readName(f, name, at) : readMeaning(f, meaningOf(f, name, f.parent), at);
}

function readMeaning(f: FunctionContext, meaning: Meaning, at: Span): Operand {
  switch (meaning.kind) {
    case 'local': return local(meaning.name);
    case 'place': return load(f, meaning.place, at);
    case 'operand': return meaning.operand;
    case 'entity': return readEntity(f, meaning.entity, at);
  }
}

export type StoreKind = 'assign' | 'update' | 'initialise';

/** Assigns to a name; `how` is about the value, whether it is the first one is found out here. */
export function writeName(f: FunctionContext, name: string, value: Operand, how: StoreKind, at: Span): void {
  const target = targetMeaning(f, name);
  if (target.kind === 'local') f.builder.assign(target.name, value, at);
  else f.builder.emit({ op: 'store', place: target.place, value, how: how === 'assign' && f.kind !== 'function' ? 'initialise' : how, at });
}

/** Where an assignment to a name goes: never to what an import made of it. */
export function targetMeaning(f: FunctionContext, name: string): Extract<Meaning, { kind: 'local' | 'place' }> {
  const meaning = meaningOf(f, name);
  if (meaning.kind === 'local' || meaning.kind === 'place') return meaning;
  if (f.kind === 'class' && f.type !== undefined) return { kind: 'place', place: { kind: 'static', type: f.type, field: name } };
  if (f.kind === 'function' && !f.names.globals.has(name)) return { kind: 'local', name: f.builder.declare(name) };
  return { kind: 'place', place: { kind: 'module', module: f.file.file, name } };
}
