/** Annotations to types. */
import type { TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { entityOfDotted, type Repository } from './entities.js';
import { dottedName, unwrap } from './syntax.js';
import { literalText } from './text.js';

/** Types that say nothing about the object. */
const EMPTY_TYPES = new Set(['Any', 'typing.Any', 'object', 'None', 'typing.Callable', 'typing.Literal', 'typing.TypeVar', 'typing.NoReturn']);
/** `typing.Optional[X]` and the like are `X`. */
const WRAPPERS = new Set(['typing.Optional', 'typing.Annotated', 'typing.Final', 'typing.ClassVar', 'typing.Required', 'typing.NotRequired', 'dataclasses.InitVar']);
const UNIONS = new Set(['typing.Union']);
/** Names of the `typing` module for the language's own types. */
const ALIASES: Readonly<Record<string, string>> = {
  'typing.List': 'list', 'typing.Dict': 'dict', 'typing.Set': 'set', 'typing.FrozenSet': 'frozenset', 'typing.Tuple': 'tuple', 'typing.Text': 'str',
  'typing.DefaultDict': 'collections.defaultdict', 'typing.OrderedDict': 'collections.OrderedDict', 'typing.Counter': 'collections.Counter',
  'typing.Deque': 'collections.deque', 'typing.Mapping': 'dict', 'typing.MutableMapping': 'dict', 'typing.Sequence': 'list', 'typing.MutableSequence': 'list',
};
const MAX_DEPTH = 20;

/** The type that an annotation names; nothing when it says nothing. */
export function typeRefOf(repository: Repository, file: string, annotation: SyntaxNode | undefined, depth = 0): TypeRef | undefined {
  if (annotation === undefined || depth > MAX_DEPTH) return undefined;
  const node = unwrap(annotation);
  const read = (inner: SyntaxNode | undefined): TypeRef | undefined => typeRefOf(repository, file, inner, depth + 1);
  switch (node.type) {
    case 'identifier':
    case 'attribute':
    case 'member_type': return named(repository, file, node.type === 'member_type' ? node.text.replace(/\s/g, '') : dottedName(node));
    case 'string': return named(repository, file, forwardName(literalText(node)));
    case 'generic_type': return generic(read(node.namedChildren[0]) ?? bare(repository, file, node.namedChildren[0]), node.childOfType('type_parameter')?.namedChildren ?? [], read);
    case 'subscript': return generic(read(node.child('value')) ?? bare(repository, file, node.child('value')), node.childrenIn('subscript'), read);
    case 'union_type': return firstOf(node.namedChildren, read);
    case 'binary_operator': return firstOf([node.child('left'), node.child('right')].flatMap((side) => side ?? []), read);
    default: return undefined;
  }
}

/** `"Order"` and `"models.Order | None"`: the first name. */
function forwardName(text: string | undefined): string | undefined {
  const name = /^\s*(?:(?:typing\.)?Optional\[\s*)?([A-Za-z_][\w.]*)/.exec(text ?? '')?.[1];
  return name === undefined || /^(?:typing\.)?(?:Union|Literal|Callable|Any)$/.test(name) ? undefined : name;
}

/** Names such as `Optional` that are dropped alone but matter with their arguments. */
function bare(repository: Repository, file: string, node: SyntaxNode | undefined): TypeRef | undefined {
  const name = dottedName(node);
  const entity = name === undefined ? undefined : entityOfDotted(repository, file, name);
  return entity?.kind === 'symbol' ? { name: entity.name, args: [] } : undefined;
}

function named(repository: Repository, file: string, name: string | undefined): TypeRef | undefined {
  const entity = name === undefined ? undefined : entityOfDotted(repository, file, name);
  if (entity?.kind === 'class') return { name: entity.id, args: [] };
  if (entity?.kind !== 'symbol') return undefined;
  const plain = entity.name.replace(/^(?:typing_extensions|collections\.abc)\./, 'typing.');
  const known = ALIASES[plain] ?? plain;
  return EMPTY_TYPES.has(known) || WRAPPERS.has(known) || UNIONS.has(known) || /^[A-Z]$/.test(known) ? undefined : { name: known, args: [] };
}

function generic(type: TypeRef | undefined, parameters: readonly SyntaxNode[], read: (node: SyntaxNode) => TypeRef | undefined): TypeRef | undefined {
  if (type === undefined) return undefined;
  const name = type.name.replace(/^(?:typing_extensions)\./, 'typing.');
  if (WRAPPERS.has(name)) return parameters[0] && read(parameters[0]);
  if (UNIONS.has(name)) return firstOf(parameters, read);
  if (EMPTY_TYPES.has(name)) return undefined;
  const args = parameters.map(read);
  return { name, args: args.every((arg) => arg !== undefined) ? args : [] };
}

function firstOf(nodes: readonly SyntaxNode[], read: (node: SyntaxNode) => TypeRef | undefined): TypeRef | undefined {
  for (const node of nodes) {
    const type = node.type === 'none' || node.text === 'None' ? undefined : read(node);
    if (type !== undefined) return type;
  }
  return undefined;
}
