/** What Lombok's annotations add to a class: accessors, constructors, builders and loggers, as declarations with bodies. */
import type { Annotation, Block, Field, Operand, Span, Statement, TypeId, TypeRef } from '../../ir/index.js';
import { parameter, returnField, setter, storingConstructor, type Draft } from './generated.js';
import { CONSTRUCTOR } from './model.js';
import { annotationNamed } from './modifiers.js';
import { simpleNameOf } from './type-ids.js';
import { simpleType } from './types.js';

/** A class as its author wrote it. */
export interface Written {
  readonly id: TypeId;
  readonly annotations: readonly Annotation[];
  readonly fields: readonly Field[];
  /** Names of fields that have an initialiser. */
  readonly initialised: ReadonlySet<string>;
  readonly declared: readonly Draft[];
  readonly at: Span;
}

/** A class that is added inside. */
export interface AddedType {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly methods: readonly Draft[];
}

export interface Added {
  /** All fields, those of `Written` included. */
  readonly fields: readonly Field[];
  readonly methods: readonly Draft[];
  readonly types: readonly AddedType[];
  /** What the static initialiser does first. */
  readonly statics: Block;
}

/** Logger annotations: the logger's type and the call that makes it. */
const LOGGERS: ReadonlyMap<string, readonly [type: string, factory: string]> = new Map(Object.entries({
  'lombok.extern.slf4j.Slf4j': ['org.slf4j.Logger', 'org.slf4j.LoggerFactory.getLogger'],
  'lombok.extern.slf4j.XSlf4j': ['org.slf4j.ext.XLogger', 'org.slf4j.ext.XLoggerFactory.getXLogger'],
  'lombok.extern.log4j.Log4j': ['org.apache.log4j.Logger', 'org.apache.log4j.Logger.getLogger'],
  'lombok.extern.log4j.Log4j2': ['org.apache.logging.log4j.Logger', 'org.apache.logging.log4j.LogManager.getLogger'],
  'lombok.extern.java.Log': ['java.util.logging.Logger', 'java.util.logging.Logger.getLogger'],
  'lombok.extern.apachecommons.CommonsLog': ['org.apache.commons.logging.Log', 'org.apache.commons.logging.LogFactory.getLog'],
  'lombok.extern.jbosslog.JBossLog': ['org.jboss.logging.Logger', 'org.jboss.logging.Logger.getLogger'],
  'lombok.extern.flogger.Flogger': ['com.google.common.flogger.FluentLogger', 'com.google.common.flogger.FluentLogger.forEnclosingClass'],
} satisfies Record<string, readonly [string, string]>));

/** The members that Lombok writes for `type`; only its fields when it has no Lombok annotation. */
export function lombokMembers(type: Written): Added {
  const fields = finalFields(type);
  const written = { ...type, fields };
  const loggers = type.annotations.filter((a) => LOGGERS.has(a.name));
  const candidates = [...accessors(written), ...constructors(written), ...builderEntries(written)];
  const methods = candidates.filter((c) => !type.declared.some((d) => d.name === c.name && d.parameters.length === c.parameters.length));
  return {
    fields: [...fields, ...loggers.map(loggerField)],
    methods,
    types: builderAnnotation(type) === undefined ? [] : [builderType(written)],
    statics: loggers.flatMap((a) => loggerStatements(a, type.id)),
  };
}

function has(annotations: readonly Annotation[], ...names: readonly string[]): boolean {
  return annotationNamed(annotations, ...names.map((name) => `lombok.${name}`)) !== undefined;
}

function argument(annotation: Annotation | undefined, name: string): string | number | boolean | null | undefined {
  return annotation?.args.find((a) => a.name === name)?.value;
}

/** `@Value` makes every field final, and so may `@FieldDefaults`. */
function finalFields(type: Written): readonly Field[] {
  const defaults = annotationNamed(type.annotations, 'lombok.experimental.FieldDefaults');
  if (!has(type.annotations, 'Value') && argument(defaults, 'makeFinal') !== true) return type.fields;
  return type.fields.map((f) => (f.isStatic || has(f.annotations, 'NonFinal', 'experimental.NonFinal') ? f : { ...f, isFinal: true }));
}

function instanceFields(type: Written): readonly Field[] {
  return type.fields.filter((field) => !field.isStatic);
}

function accessors(type: Written): readonly Draft[] {
  const all = has(type.annotations, 'Data');
  const getAll = all || has(type.annotations, 'Getter', 'Value');
  const setAll = all || has(type.annotations, 'Setter');
  const style = annotationNamed(type.annotations, 'lombok.experimental.Accessors');
  const self = simpleType(type.id);
  const isFluent = argument(style, 'fluent') === true;
  const chained = isFluent || argument(style, 'chain') === true ? self : undefined;
  return type.fields.flatMap((field) => {
    const drafts: Draft[] = [];
    const wants = (name: string, ofType: boolean): boolean => {
      const own = annotationNamed(field.annotations, `lombok.${name}`);
      return own === undefined ? ofType && !field.isStatic : !String(own.args[0]?.value).endsWith('NONE');
    };
    if (wants('Getter', getAll)) drafts.push(getterOf(type.id, field, isFluent));
    if (!field.isFinal && wants('Setter', setAll)) drafts.push(setter(isFluent ? field.name : `set${suffixOf(field)}`, field, chained, field.at));
    if (has(field.annotations, 'With') || (has(type.annotations, 'With') && !field.isStatic)) drafts.push(withMethod(self, field));
    return drafts;
  });
}

function isPrimitiveBoolean(field: Field): boolean {
  return field.type?.name === 'boolean';
}

/** `active` gives `Active`, and so does a primitive boolean `isActive`. */
function suffixOf(field: Field): string {
  const name = isPrimitiveBoolean(field) && /^is\p{Lu}/u.test(field.name) ? field.name.slice(2) : field.name;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function getterOf(id: TypeId, field: Field, isFluent: boolean): Draft {
  const name = isFluent ? field.name : `${isPrimitiveBoolean(field) ? 'is' : 'get'}${suffixOf(field)}`;
  const { at } = field;
  const generated = (): Block => field.isStatic
    ? [{ op: 'load', to: '%1', place: { kind: 'static', type: id, field: field.name }, at }, { op: 'return', value: local('%1'), at }]
    : returnField(field.name, at);
  return { name, parameters: [], returns: field.type, isStatic: field.isStatic, at, generated };
}

/** `withName(name)`: a copy with one field changed. */
function withMethod(self: TypeRef, field: Field): Draft {
  const { at } = field;
  return {
    name: `with${suffixOf(field)}`, parameters: [parameter(field.name, field.type, at)], returns: self, at,
    generated: () => [
      { op: 'new', to: '%1', type: self, args: [], at },
      { op: 'store', place: { kind: 'field', object: local('%1'), field: field.name }, value: local(field.name), how: 'initialise', at },
      { op: 'return', value: local('%1'), at },
    ],
  };
}

function constructors(type: Written): readonly Draft[] {
  const { annotations, at } = type;
  const settable = instanceFields(type).filter((f) => !(f.isFinal && type.initialised.has(f.name)));
  const required = settable.filter((f) => !type.initialised.has(f.name) && (f.isFinal || has(f.annotations, 'NonNull')));
  const asked = [
    ...(has(annotations, 'NoArgsConstructor') ? [storingConstructor([], at)] : []),
    ...(has(annotations, 'RequiredArgsConstructor') ? [storingConstructor(required, at)] : []),
    ...(has(annotations, 'AllArgsConstructor') ? [storingConstructor(settable, at)] : []),
  ];
  if (asked.length > 0) return asked.filter((d, i) => asked.findIndex((o) => o.parameters.length === d.parameters.length) === i);
  if (type.declared.some((d) => d.name === CONSTRUCTOR)) return [];
  if (has(annotations, 'Value') || builderAnnotation(type) !== undefined) return [storingConstructor(settable, at)];
  return has(annotations, 'Data') ? [storingConstructor(required, at)] : [];
}

function builderAnnotation(type: Written): Annotation | undefined {
  return annotationNamed(type.annotations, 'lombok.Builder', 'lombok.experimental.SuperBuilder');
}

function builderName(type: Written): string {
  const given = argument(builderAnnotation(type), 'builderClassName');
  return typeof given === 'string' ? given : `${simpleNameOf(type.id)}Builder`;
}

/** `builder()`, and `toBuilder()` where it is asked for. */
function builderEntries(type: Written): readonly Draft[] {
  const annotation = builderAnnotation(type);
  if (annotation === undefined) return [];
  const { at } = type;
  const returns = simpleType(`${type.id}.${builderName(type)}`);
  const name = argument(annotation, 'builderMethodName');
  const make: Statement = { op: 'new', to: '%builder', type: returns, args: [], at };
  const give: Statement = { op: 'return', value: local('%builder'), at };
  const entry: Draft = {
    name: typeof name === 'string' ? name : 'builder', isStatic: true, parameters: [], returns, at, generated: () => [make, give],
  };
  if (argument(annotation, 'toBuilder') !== true) return [entry];
  const copies = (): Block => instanceFields(type).flatMap((field, i): Statement[] => [
    { op: 'load', to: `%${i}`, place: { kind: 'field', object: { kind: 'this' }, field: field.name }, at },
    { op: 'store', place: { kind: 'field', object: local('%builder'), field: field.name }, value: local(`%${i}`), how: 'initialise', at },
  ]);
  return [entry, { name: 'toBuilder', parameters: [], returns, at, generated: () => [make, ...copies(), give] }];
}

function builderType(type: Written): AddedType {
  const { at } = type;
  const self = simpleType(type.id);
  const fields = instanceFields(type).map((f): Field => ({ ...f, isFinal: false, annotations: [] }));
  const returns = simpleType(`${type.id}.${builderName(type)}`);
  const setters = fields.map((field) => setter(field.name, field, returns, field.at));
  const build: Draft = {
    name: 'build', parameters: [], returns: self, at,
    generated: () => [
      ...fields.map((field, i): Statement => ({
        op: 'load', to: `%${i}`, place: { kind: 'field', object: { kind: 'this' }, field: field.name }, at,
      })),
      { op: 'new', to: '%built', type: self, args: fields.map((_, i) => ({ value: local(`%${i}`) })), at },
      { op: 'return', value: local('%built'), at },
    ],
  };
  return { name: builderName(type), fields, methods: [...setters, ...singularAdders(type, returns), build] };
}

/** `@Singular List<Item> items` adds `item(one)`. */
function singularAdders(type: Written, returns: TypeRef): readonly Draft[] {
  return instanceFields(type).flatMap((field) => {
    const annotation = annotationNamed(field.annotations, 'lombok.Singular');
    if (annotation === undefined) return [];
    const given = annotation.args[0]?.value;
    const name = typeof given === 'string' ? given : field.name.replace(/ies$/u, 'y').replace(/s$/u, '');
    const { at } = field;
    const args = (field.type?.args ?? []).map((type, i) => parameter(`p${i}`, type, at));
    return [{
      name, parameters: args, returns, at,
      generated: (): Block => [
        { op: 'load', to: '%1', place: { kind: 'field', object: { kind: 'this' }, field: field.name }, at },
        {
          op: 'call', callee: { kind: 'method', receiver: local('%1'), name: args.length > 1 ? 'put' : 'add', ...(field.type === undefined ? {} : { type: field.type }) },
          args: args.map((p) => ({ value: local(p.name) })), at,
        },
        { op: 'return', value: { kind: 'this' }, at },
      ],
    }];
  });
}

function loggerField(annotation: Annotation): Field {
  const type = simpleType(LOGGERS.get(annotation.name)![0]);
  return { name: 'log', type, isStatic: true, isFinal: true, isVolatile: false, annotations: [], at: annotation.at };
}

function loggerStatements(annotation: Annotation, id: TypeId): Block {
  const { at } = annotation;
  const factory = LOGGERS.get(annotation.name)![1];
  const args = [{ value: { kind: 'symbol', name: `${id}.class` } as const }];
  return [
    { op: 'call', to: '%log', callee: { kind: 'symbol', name: factory }, args, at },
    { op: 'store', place: { kind: 'static', type: id, field: 'log' }, value: local('%log'), how: 'initialise', at },
  ];
}

function local(name: string): Operand {
  return { kind: 'local', name };
}
