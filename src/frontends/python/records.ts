/** Classes whose constructor the language or a library writes: data classes, named tuples, models. */
import type { Parameter, TypeId } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { libraryBases, annotationOf } from './signatures.js';
import { lineage, type Repository } from './entities.js';
import { decoratorsOf, dottedName, spanOf } from './syntax.js';
import { typeRefOf } from './types.js';

const DECORATORS = new Set([
  'dataclasses.dataclass', 'attr.s', 'attr.attrs', 'attr.define', 'attr.frozen', 'attrs.define', 'attrs.frozen', 'pydantic.dataclasses.dataclass',
  'aws_lambda_powertools.utilities.data_classes.dataclass',
]);
const BASES = new Set(['typing.NamedTuple', 'pydantic.BaseModel', 'pydantic.main.BaseModel', 'pydantic_settings.BaseSettings', 'aws_lambda_powertools.utilities.parser.BaseModel']);
const FIELD_CALLS = /(?:^|\.)(?:field|Field|ib|attrib)$/;

/** A field that the written constructor takes. */
export interface RecordField {
  readonly parameter: Parameter;
  /** The default value's syntax. */
  readonly value?: SyntaxNode;
  /** `value` is called to make the default. */
  readonly isFactory: boolean;
}

/** Whether the class gets its constructor from its fields. */
export function isRecord(repository: Repository, file: string, node: SyntaxNode, id: TypeId): boolean {
  if (lineage(repository, id).some((type) => type.methods.has('__init__'))) return false;
  const isDecorated = decoratorsOf(node).some((decorator) => DECORATORS.has(annotationOf(repository, file, decorator)?.name ?? ''));
  return isDecorated || libraryBases(repository, id).some((base) => BASES.has(base));
}

/** The annotated names in the class body, in order. */
export function recordFields(repository: Repository, file: string, node: SyntaxNode): readonly RecordField[] {
  const assignments = (node.child('body')?.children ?? []).flatMap((statement) => statement.childrenOfType('assignment'));
  return assignments.flatMap((assignment) => fieldOf(repository, file, assignment) ?? []);
}

/** Whether a statement of a record's body declares a field, with or without default. */
export function isRecordField(statement: SyntaxNode): boolean {
  const [assignment] = statement.childrenOfType('assignment');
  return assignment !== undefined && isFieldDeclaration(assignment);
}

/** `x: int`, not counting what the class itself keeps. */
export function isFieldDeclaration(assignment: SyntaxNode): boolean {
  const annotation = assignment.child('type');
  return assignment.child('left')?.type === 'identifier' && annotation !== undefined && !/\bClassVar\b/.test(annotation.text);
}

/** Whether decorators and bases, as written, are those of a record. */
export function looksLikeRecord(decorators: readonly string[], bases: readonly string[]): boolean {
  const isAmong = (known: ReadonlySet<string>) => (name: string): boolean => [...known].some((full) => full === name || full.endsWith(`.${name}`));
  return decorators.some(isAmong(DECORATORS)) || bases.some(isAmong(BASES));
}

function fieldOf(repository: Repository, file: string, node: SyntaxNode): RecordField | undefined {
  const name = node.child('left');
  const annotation = node.child('type');
  if (name === undefined || annotation === undefined || !isFieldDeclaration(node)) return undefined;
  const right = node.child('right');
  const type = typeRefOf(repository, file, annotation);
  const parameter: Parameter = {
    name: name.text, ...(type === undefined ? {} : { type }), ...(right === undefined ? {} : { optional: true, hasDefault: true }),
    annotations: [], at: spanOf(node),
  };
  return { parameter, ...defaultOf(right) };
}

function defaultOf(right: SyntaxNode | undefined): Pick<RecordField, 'value' | 'isFactory'> {
  if (right?.type !== 'call' || !FIELD_CALLS.test(dottedName(right.child('function')) ?? '')) return { ...(right === undefined ? {} : { value: right }), isFactory: false };
  const args = right.child('arguments')?.namedChildren ?? [];
  const named = (...names: readonly string[]): SyntaxNode | undefined =>
    args.find((arg) => arg.type === 'keyword_argument' && names.includes(arg.child('name')?.text ?? ''))?.child('value');
  const factory = named('default_factory', 'factory');
  if (factory !== undefined) return { value: factory, isFactory: true };
  const value = named('default') ?? args.find((arg) => arg.type !== 'keyword_argument');
  return { ...(value === undefined || value.type === 'ellipsis' ? {} : { value }), isFactory: false };
}
