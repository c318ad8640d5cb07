/**
 * Registrations that code makes in the modules of a dependency-injection container: `bind(Store.class).to(MemoryStore.class)
 * .in(Singleton.class)`. What the classes are is in the tables; a new container is a new row.
 */
import type { Binding, FunctionId, TypeId } from '../../ir/index.js';
import { descendants, type SyntaxNode } from '../tree-sitter/index.js';
import { lifetimeOf } from './containers.js';
import type { FileIndex, JavaMethod, TypeLookup } from './model.js';
import type { NameScope } from './names.js';
import { spanOf, typeRefOf } from './types.js';

/** Classes whose subclasses register in code, by their simple names. */
export const MODULE_BASES: ReadonlySet<string> = new Set(['AbstractModule', 'PrivateModule', 'Module', 'ServletModule']);

/** The functions of a file by where they start. */
type Functions = Pick<FileIndex, 'methodAt' | 'closureAt'>;

/** One step of a chain of calls: `.to(MemoryStore.class)`. */
interface Link {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly args: readonly SyntaxNode[];
}

/** The registrations in the code of a file. */
export function moduleBindingsIn(root: SyntaxNode, file: string, index: Functions, lookUp: TypeLookup): readonly Binding[] {
  const found: Binding[] = [];
  for (const node of descendants(root)) {
    if (node.type !== 'method_declaration') continue;
    const method = index.methodAt.get(node.start);
    if (method !== undefined) found.push(...bindingsOf(node, method, index, lookUp).map((binding) => ({ ...binding, file })));
  }
  return found;
}

function bindingsOf(node: SyntaxNode, method: JavaMethod, { closureAt }: Functions, lookUp: TypeLookup): readonly Omit<Binding, 'file'>[] {
  return [...descendants(node)].filter(isWholeChain).flatMap((call) => {
    const binding = bindingIn(linksOf(call), method.scope, closureAt, lookUp);
    return binding === undefined ? [] : [{ ...binding, by: method.signature.id, at: spanOf(call) }];
  });
}

/** The outermost call of a chain. */
function isWholeChain(node: SyntaxNode): boolean {
  return node.type === 'method_invocation' && !(node.parent?.type === 'method_invocation' && node.field === 'object');
}

/** The calls of a chain, in the order in which they run. */
function linksOf(call: SyntaxNode): readonly Link[] {
  const links: Link[] = [];
  for (let node: SyntaxNode | undefined = call; node?.type === 'method_invocation'; node = node.child('object')) {
    links.push({ name: node.child('name')?.text ?? '', node, args: node.child('arguments')?.namedChildren ?? [] });
  }
  return links.reverse();
}

function bindingIn(links: readonly Link[], scope: NameScope, closureAt: ReadonlyMap<number, FunctionId>, lookUp: TypeLookup): Pick<Binding, 'service' | 'implementation' | 'lifetime' | 'provider' | 'key'> | undefined {
  const link = (name: string): Link | undefined => links.find((candidate) => candidate.name === name);
  const first = link('bind') ?? link('newSetBinder') ?? link('newOptionalBinder');
  const service = first?.args.flatMap((arg) => classNamed(arg, scope) ?? [])[0];
  if (first === undefined || service === undefined) return undefined;
  const instance = link('toInstance')?.args[0];
  const implementation = link('to')?.args.flatMap((arg) => classNamed(arg, scope) ?? [])[0]
    ?? (instance?.type === 'object_creation_expression' ? typeRefOf(instance.child('type'), scope)?.name : undefined) ?? service;
  const written = link('in')?.args.flatMap((arg) => classNamed(arg, scope) ?? [])[0];
  const isKept = instance !== undefined || link('asEagerSingleton') !== undefined || written?.endsWith('Singleton') === true || link('in')?.args[0]?.text.endsWith('SINGLETON') === true;
  const declared = lifetimeOf(lookUp(implementation)?.declaration.annotations ?? []);
  const maker = link('toProvider')?.args[0];
  const provider = maker === undefined ? undefined : (closureAt.get(maker.start) ?? providerMethod(classNamed(maker, scope), lookUp));
  const lifetime: Binding['lifetime'] = isKept ? 'singleton' : written?.endsWith('RequestScoped') === true ? 'request' : (declared ?? 'transient');
  const named = link('annotatedWith')?.args[0]?.text;
  return {
    service, lifetime, ...(provider === undefined ? { implementation } : { provider }),
    ...(named === undefined ? {} : { key: /"([^"]*)"/u.exec(named)?.[1] ?? named.replace(/\.class$/u, '') }),
  };
}

/** `X.class` */
function classNamed(node: SyntaxNode, scope: NameScope): TypeId | undefined {
  return node.type === 'class_literal' ? typeRefOf(node.namedChildren[0], scope)?.name : undefined;
}

function providerMethod(type: TypeId | undefined, lookUp: TypeLookup): FunctionId | undefined {
  return type === undefined ? undefined : lookUp(type)?.methods.find((method) => method.name === 'get')?.signature.id;
}
