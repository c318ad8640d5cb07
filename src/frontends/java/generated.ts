/**
 * Members that have no source of their own: default constructors, the accessors and the canonical constructor of records,
 * `values` and `valueOf` of enums, constructors of anonymous classes.
 */
import type { Annotation, Argument, Block, Field, FunctionId, Operand, Parameter, Span, Statement, TypeId, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { CONSTRUCTOR, OUTER_FIELD, type GeneratedBody, type TypeLookup } from './model.js';
import type { Monitor } from './monitors.js';
import { arrayOf, simpleType, STRING, VOID } from './types.js';

/** A method before its overloads are known and it gets its id. */
export interface Draft {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns?: TypeRef;
  readonly typeParameters?: ReadonlyMap<string, TypeRef | undefined>;
  readonly isStatic?: boolean;
  readonly isConstructor?: boolean;
  readonly isAbstract?: boolean;
  readonly isPrivate?: boolean;
  readonly isFinal?: boolean;
  readonly monitor?: Monitor;
  readonly annotations?: readonly Annotation[];
  readonly at: Span;
  /** The declaration, when there is one. */
  readonly node?: SyntaxNode;
  readonly generated?: GeneratedBody;
}

const THIS: Operand = { kind: 'this' };

function local(name: string): Operand {
  return { kind: 'local', name };
}

export function parameter(name: string, type: TypeRef | undefined, at: Span): Parameter {
  return { name, ...(type === undefined ? {} : { type }), annotations: [], at };
}

/** The constructor parameter that brings the instance of the class around an inner class. */
export function outerParameter(outer: TypeId, at: Span): Parameter {
  return parameter(OUTER_FIELD, simpleType(outer), at);
}

/** `this.name = value` in a constructor. */
export function initialise(field: string, value: Operand, at: Span): Statement {
  return { op: 'store', place: { kind: 'field', object: THIS, field }, value, how: 'initialise', at };
}

/** What a constructor of `type` needs to know of it. */
export interface Constructed {
  readonly id: TypeId;
  readonly superclass?: TypeRef;
  readonly outerInstance?: TypeId;
}

/** `super(args)`; nothing when no superclass has anything to run. An inner superclass gets the instance around it. */
export function superCall(type: Constructed, args: readonly Argument[], at: Span, lookUp: TypeLookup): readonly Statement[] {
  const base = type.superclass === undefined ? undefined : lookUp(type.superclass.name);
  if (type.superclass === undefined) return [];
  if (base?.declaration.kind === 'interface') return [];
  const outer: readonly Argument[] = base?.outerInstance === undefined
    ? []
    : [{ value: type.outerInstance === undefined ? THIS : local(OUTER_FIELD) }];
  return [{ op: 'call', callee: { kind: 'super', type: type.id, name: CONSTRUCTOR }, args: [...outer, ...args], at }];
}

/** The constructor that a class has when it declares none. Left out where it would do nothing. */
export function defaultConstructor(type: Constructed, at: Span): readonly Draft[] {
  if (type.superclass === undefined && type.outerInstance === undefined) return [];
  return [passingConstructor(type, 0, at)];
}

/** A constructor that passes its `count` parameters to the superclass. */
export function passingConstructor(type: Constructed, count: number, at: Span): Draft {
  const passed = Array.from({ length: count }, (_, i) => parameter(`p${i}`, undefined, at));
  const outer = type.outerInstance === undefined ? [] : [outerParameter(type.outerInstance, at)];
  return {
    name: CONSTRUCTOR,
    isConstructor: true,
    parameters: [...outer, ...passed],
    at,
    generated: (lookUp) => [
      ...(outer.length === 0 ? [] : [initialise(OUTER_FIELD, local(OUTER_FIELD), at)]),
      ...superCall(type, passed.map((p) => ({ value: local(p.name) })), at, lookUp),
    ],
  };
}

/** A getter's body. */
export function returnField(field: string, at: Span): Block {
  return [
    { op: 'load', to: '%1', place: { kind: 'field', object: THIS, field }, at },
    { op: 'return', value: local('%1'), at },
  ];
}

/** A constructor that stores each parameter in the field of its name. */
export function storingConstructor(fields: readonly Field[], at: Span): Draft {
  return {
    name: CONSTRUCTOR,
    isConstructor: true,
    parameters: fields.map((field) => parameter(field.name, field.type, at)),
    at,
    generated: () => fields.map((field) => initialise(field.name, local(field.name), at)),
  };
}

/** Accessors and canonical constructor of a record, as far as `declared` does not have them. */
export function recordMembers(fields: readonly Field[], declared: readonly Draft[], at: Span): readonly Draft[] {
  const components = fields.filter((field) => !field.isStatic);
  const accessors = components
    .filter((field) => !declared.some((d) => d.name === field.name && d.parameters.length === 0))
    .map((field): Draft => ({
      name: field.name, parameters: [], returns: field.type, isFinal: true, at: field.at,
      generated: () => returnField(field.name, field.at),
    }));
  const isCanonical = (d: Draft): boolean =>
    d.isConstructor === true && (d.node?.type === 'compact_constructor_declaration' || d.parameters.length === components.length);
  return declared.some(isCanonical) ? accessors : [...accessors, storingConstructor(components, at)];
}

/** `values()` and `valueOf(String)`. */
export function enumMethods(id: TypeId, constants: readonly string[], at: Span): readonly Draft[] {
  const type = simpleType(id);
  const all = (): Statement[] => [
    ...constants.map((field, i): Statement => ({ op: 'load', to: `%${i + 1}`, place: { kind: 'static', type: id, field }, at })),
    { op: 'array', to: '%0', items: constants.map((_, i) => ({ value: local(`%${i + 1}`) })), at },
  ];
  return [
    {
      name: 'values', isStatic: true, parameters: [], returns: arrayOf(type), at,
      generated: () => [...all(), { op: 'return', value: local('%0'), at }],
    },
    {
      name: 'valueOf', isStatic: true, parameters: [parameter('name', STRING, at)], returns: type, at,
      generated: () => [
        ...all(),
        { op: 'load', to: '%found', place: { kind: 'element', object: local('%0'), key: local('name') }, at },
        { op: 'return', value: local('%found'), at },
      ],
    },
  ];
}

/** A setter; `fluent` ones return the object. */
export function setter(name: string, field: Field, fluent: TypeRef | undefined, at: Span): Draft {
  return {
    name, parameters: [parameter(field.name, field.type, at)], returns: fluent ?? VOID, isStatic: field.isStatic, at,
    generated: () => [
      { op: 'store', place: { kind: 'field', object: THIS, field: field.name }, value: local(field.name), how: 'assign', at },
      ...(fluent === undefined ? [] : [{ op: 'return', value: THIS, at } as const]),
    ],
  };
}

/** The id of a function in a file. */
export function functionId(file: string, path: string): FunctionId {
  return `${file}#${path}`;
}
